/* text_equipment.h: the libraries that shape text, and the fonts of looks (base/equipment.h). */
#ifndef TEXT_TEXT_EQUIPMENT_H
#define TEXT_TEXT_EQUIPMENT_H

#include "base/equipment.h"

struct look;

void text_equipment(struct equipment_list *list);

/* The fonts of a look that are not listed yet, sought below the roots. Its own family is needed, with every face that
 * it names; the others are for characters that it lacks. */
void text_equipment_fonts(struct equipment_list *list, const struct look *look, const char *const *roots,
                          size_t n_roots);

#endif
