/* runes.h: what Unicode says of single characters, as far as setting text needs it. */
#ifndef TEXT_RUNES_H
#define TEXT_RUNES_H

#include <stdbool.h>
#include <stdint.h>

/* A space at which a line may break. */
bool rune_is_white(uint32_t rune);

/* Draws nothing by itself: joiners, variation selectors, marks of direction. */
bool rune_is_ignorable(uint32_t rune);

/* Shown in colour unless the text says otherwise. */
bool rune_is_pictograph(uint32_t rune);

bool rune_is_east_asian(uint32_t rune);

/* A letter of a script that is written from right to left, or the mark of that direction. */
bool rune_is_rtl(uint32_t rune);

#endif
