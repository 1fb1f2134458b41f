#include "read/archive.h"

#include "base/arena.h"
#include "read/zip_calls.h"

#include <string.h>

static const char damaged[] = "save or download the file again";

struct archive {
	struct zip_calls calls;
	zip_t *zip;
	const char *name;
	size_t all; /* bytes read so far */
};

bool archive_recognise(struct bytes bytes)
{
	return bytes.size >= 4 && memcmp(bytes.data, "PK\3\4", 4) == 0;
}

static void discard(void *object)
{
	struct archive *archive = object;
	archive->calls.discard(archive->zip);
}

static zip_t *open_zip(const struct archive *archive, struct bytes bytes)
{
	zip_source_t *source = archive->calls.source_buffer_create(bytes.data, bytes.size, 0, NULL);
	zip_t *zip = source ? archive->calls.open_from_source(source, ZIP_RDONLY, NULL) : NULL;
	if (source && !zip)
		archive->calls.source_free(source);
	return zip;
}

struct archive *archive_open(struct arena *arena, const char *name, struct bytes bytes, struct diags *diags)
{
	struct archive *archive = arena_alloc(arena, 1, sizeof *archive);
	archive->name = arena_strdup(arena, name);
	if (!zip_calls_load(&archive->calls)) {
		diag_add(diags, DIAG_FAILURE, place_file(name), "install it (Debian: libzip4)",
		         "this is an archive, and %s, which reads those, is not installed", BENCHBRIEF_LIBZIP);
		return NULL;
	}
	archive->zip = open_zip(archive, bytes);
	if (!archive->zip) {
		diag_add(diags, DIAG_ERROR, place_file(name), damaged, "this ZIP archive is damaged");
		return NULL;
	}
	arena_defer(arena, discard, archive);
	if (archive->calls.get_num_entries(archive->zip, 0) > ARCHIVE_FILES_MAX) {
		diag_add(diags, DIAG_ERROR, place_file(name), NULL,
		         "this archive holds more than %d files, the most that are read", ARCHIVE_FILES_MAX);
		return NULL;
	}
	return archive;
}

bool archive_has(const struct archive *archive, const char *file)
{
	return archive->calls.name_locate(archive->zip, file, 0) >= 0;
}

static bool size_is_fine(const struct archive *archive, const char *file, size_t size, size_t packed,
                         struct diags *diags)
{
	const struct place place = place_file(archive->name);
	if (size > ARCHIVE_ONE_MAX)
		diag_add(diags, DIAG_ERROR, place, NULL, "%s in it is larger than %d MB, the most that is read", file,
		         ARCHIVE_ONE_MAX >> 20);
	else if (size > ARCHIVE_ALL_MAX - archive->all)
		diag_add(diags, DIAG_ERROR, place, NULL,
		         "with %s, its files are larger than %d MB, the most that is read of an archive", file,
		         ARCHIVE_ALL_MAX >> 20);
	else if (size > ARCHIVE_RATIO_FROM && size / ARCHIVE_RATIO_MAX > packed)
		diag_add(diags, DIAG_ERROR, place, NULL,
		         "%s in it is more than %d times as large as its packed form, the most that is unpacked", file,
		         ARCHIVE_RATIO_MAX);
	else
		return true;
	return false;
}

/* All bytes that were promised, and none beyond them. */
static bool read_all(const struct archive *archive, zip_file_t *from, char *to, size_t size)
{
	char more;
	size_t got = 0;
	while (got < size) {
		zip_int64_t n = archive->calls.fread(from, to + got, size - got);
		if (n <= 0)
			return false;
		got += (size_t)n;
	}
	return archive->calls.fread(from, &more, 1) == 0;
}

bool archive_read(struct archive *archive, struct arena *arena, const char *file, struct bytes *bytes,
                  struct diags *diags)
{
	zip_stat_t stat = { 0 };
	zip_int64_t index = archive->calls.name_locate(archive->zip, file, 0);
	if (index < 0) {
		diag_add(diags, DIAG_ERROR, place_file(archive->name), damaged, "%s is missing in it", file);
		return false;
	}
	if (archive->calls.stat_index(archive->zip, (zip_uint64_t)index, 0, &stat) != 0 ||
	    !(stat.valid & ZIP_STAT_SIZE) || !(stat.valid & ZIP_STAT_COMP_SIZE))
		stat.size = SIZE_MAX;
	if (!size_is_fine(archive, file, stat.size, stat.comp_size, diags))
		return false;
	char *data = arena_alloc(arena, stat.size + 1, 1); /* before the file is open: it may not return */
	zip_file_t *from = archive->calls.fopen_index(archive->zip, (zip_uint64_t)index, 0);
	bool ok = from && read_all(archive, from, data, stat.size);
	if (from)
		archive->calls.fclose(from);
	if (!ok)
		diag_add(diags, DIAG_ERROR, place_file(archive->name), damaged,
		         "%s in it is damaged, or packed in a way that is not known", file);
	archive->all += stat.size;
	*bytes = (struct bytes){ .data = data, .size = stat.size };
	return ok;
}
