/* font_map.h: a font map of Pango's on a configuration of fontconfig's that is ours, and an end of both.
 *
 * Pango 1.50 matches and sorts fonts in threads of its own, two for each face. Each holds a reference of the map while
 * it reads the configuration, and looks into the map's tables when it is done; nobody can join it. So whoever wants to
 * change the configuration, or to have no other threads, waits until nobody else has the map. */
#ifndef TEXT_FONT_MAP_H
#define TEXT_FONT_MAP_H

#include <pthread.h>
#include <stdbool.h>

struct _FcConfig;
struct _PangoFontMap;

struct font_map {
	struct _PangoFontMap *pango;
	struct _FcConfig *config;
	pthread_mutex_t lock;         /* of alone */
	pthread_cond_t changed_hands; /* the map */
	bool alone;                   /* no thread of Pango's has it, nor a context */
};

/* Keeps the system's configuration out of Pango, which would load it in one more thread. False if memory is short. */
bool font_map_keep_system_out(void);

/* Takes the configuration over. False if there is no map: then the configuration is gone too. */
bool font_map_open(struct font_map *map, struct _FcConfig *config);

/* Returns when nobody else has the map: contexts on it must have been given back before. */
void font_map_rest(struct font_map *map);

/* Rests, then gives back both. */
void font_map_close(struct font_map *map);

#endif
