window.BENCHMARK_DATA = {
  "lastUpdate": 1770822797839, "repoUrl": "https://example.invalid/herd",
  "entries": {
    "Rust Benchmark": [
      {"commit": {"id": "aaa", "timestamp": "2026-01-01T00:00:00Z"}, "date": 1767225600000, "tool": "cargo",
       "benches": [{"name": "crook", "value": 135, "range": "± 24", "unit": "ns/iter"}, {"name": "whistle", "value": 149802, "range": "+/- 2,802", "unit": "ns/iter"}]},
      {"commit": {"id": "bbb", "timestamp": "2026-01-02T00:00:00Z"}, "date": 1767312000000, "tool": "cargo",
       "benches": [{"name": "crook", "value": 130, "range": "± 20", "unit": "ns/iter"}]}
    ],
    "JS Benchmark": [
      {"commit": {"id": "aaa"}, "date": 1767225600000, "tool": "benchmarkjs",
       "benches": [{"name": "herd()", "value": 1431759, "range": "±0.74%", "unit": "ops/sec"}]}
    ]
  }
};
