/* What a document carries with it: all that it takes to make it again. */
#include "press/job.h"

#include "data/export.h"
#include "read/emit.h"

#include <stdlib.h>
#include <string.h>

static struct bytes text_bytes(const char *text)
{
	return (struct bytes){ .data = text, .size = strlen(text) };
}

static int compare_names(const void *a, const void *b)
{
	const struct paint_attachment *x = a, *y = b;
	int order = strcmp(x->name, y->name);
	if (!order)
		order = x->bytes.size < y->bytes.size ? -1 : x->bytes.size > y->bytes.size;
	return order ? order : memcmp(x->bytes.data, y->bytes.data, x->bytes.size);
}

static struct paint_attachment data_file(struct arena *arena, struct arena *scratch, const char *name,
                                         const char *description, const struct dataset *dataset)
{
	return (struct paint_attachment){ name, "application/json", description, PAINT_DATA,
		                          text_bytes(emit_json(arena, export_dataset(scratch, dataset))) };
}

static struct paint_attachment values_file(struct arena *arena, struct arena *scratch, const char *description,
                                           const struct dataset *dataset)
{
	const struct value *values = export_squared(scratch, export_selected(scratch, dataset, NULL));
	return (struct paint_attachment){ "values.csv", "text/csv", description, PAINT_DATA,
		                          text_bytes(emit_csv(arena, values)) };
}

static struct paint_attachment record_file(const char *record)
{
	return (struct paint_attachment){ paint_record_name, "application/json",
		                          "What the document says, for benchbrief verify", PAINT_DATA,
		                          text_bytes(record) };
}

/* In the order of their names. Trees are many times the size of their text, so they are given back at once. */
void press_attach_briefing(const struct press_job *job, struct paint_info *info)
{
	struct arena *a = job->arena, *scratch = arena_new_below(a);
	struct paint_attachment *files = arena_alloc(a, 5 + inputs_count(job->inputs), sizeof *files), *f = files;
	const struct input *input;
	if (job->baseline)
		*f++ = data_file(a, scratch, "baseline.json", "The data that changes are counted from", job->baseline);
	*f++ = (struct paint_attachment){ "briefing.md", "text/markdown", "The briefing as it was written",
		                          PAINT_SOURCE, job->source };
	*f++ = data_file(a, scratch, "data.json", "All data, with their sources", job->dataset);
	if (info->record)
		*f++ = record_file(info->record);
	*f++ = values_file(a, scratch, "The values that the briefing rests on, one per row", job->dataset);
	arena_free(scratch);
	for (size_t i = 0; (input = inputs_at(job->inputs, i)); i++)
		if (input->written && input->read && (input->role == INPUT_LOOK || input->role == INPUT_PICTURE))
			*f++ = (struct paint_attachment){ input->written, painter_media_type(input->written),
				                          "A file that the briefing shows or is set by", PAINT_SOURCE,
				                          input->bytes };
	qsort(files, (size_t)(f - files), sizeof *files, compare_names);
	info->attachments = files;
	info->n_attachments = (size_t)(f - files);
}

void press_attach_values(const struct press_job *job, struct arena *arena, struct paint_info *info)
{
	struct arena *scratch = arena_new_below(arena);
	struct paint_attachment *files = arena_alloc(arena, 2, sizeof *files), *f = files;
	if (info->record)
		*f++ = record_file(info->record);
	*f++ = values_file(arena, scratch, "The values of the data, one per row", job->dataset);
	arena_free(scratch);
	info->attachments = files;
	info->n_attachments = (size_t)(f - files);
}
