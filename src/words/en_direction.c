/* English words in names of what is better the less, or the more, of it there is. */
#include "words/direction.h"

const char english_better_lower[] =
	"*cost *costs costly price* pricing expens* fee fees spend* spent charges dollar* euro euros usd eur "
	"gbp cents time times timing timings *runtime* walltime wallclock *latenc* *delay* wait* lag lags "
	"slow* duration* elapsed second seconds sec secs ms millisecond* minute* hours days downtime timeout* "
	"ttft tpot overhead error* mistake* wrong incorrect inaccura* fail* faults crash* bugs defect* "
	"violation* miss misses missed outage* incident* complaint* reject* refus* hallucinat* *loss *losses "
	"perplexit* ppl entropy nll rmse mse mae mape wer cer fid brier deviation* variance uncertaint* "
	"distance jitter drift noise distortion regret penalt* divergence degradation forgetting toxic* harm "
	"harms harmful* bias* risk* attack* jailbreak* vulnerabilit* damage* leak* sycophan* decept* deceiv* "
	"misalign* manipulat* memory ram vram size sizes footprint storage disk consum* energy emission* "
	"carbon waste* tokens rank ranks dropped drops dropout retries misclass* unsafe flak* debt deficit* "
	"regressions";

const char english_better_higher[] =
	"throughput bandwidth speed* rate rates tps qps rps fps capacity *saving* saved *revenue* profit* "
	"earn* income sales gain* reward* return returns worth balance surplus benefit* wins accuracy "
	"efficien* productiv* quality success* horizon* autonom* endurance lifetime lifespan life uptime "
	"survival context window mtbf";
