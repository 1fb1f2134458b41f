#include "text/font_map.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

bool font_map_keep_system_out(void)
{
	FcConfig *empty = FcConfigCreate(); /* nothing is ever looked up in it */
	bool ok = empty && FcConfigSetCurrent(empty);
	if (empty)
		FcConfigDestroy(empty);
	return ok;
}

static void on_toggle(void *object, GObject *pango, gboolean last)
{
	struct font_map *map = object;
	(void)pango;
	pthread_mutex_lock(&map->lock);
	map->alone = last;
	pthread_cond_signal(&map->changed_hands);
	pthread_mutex_unlock(&map->lock);
}

bool font_map_open(struct font_map *map, FcConfig *config)
{
	*map = (struct font_map){ .config = config,
		                  .pango = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) };
	if (!map->pango) {
		FcConfigDestroy(config);
		return false;
	}
	pthread_mutex_init(&map->lock, NULL);
	pthread_cond_init(&map->changed_hands, NULL);
	g_object_add_toggle_ref(G_OBJECT(map->pango), on_toggle, map);
	g_object_unref(map->pango);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map->pango), config);
	return true;
}

void font_map_rest(struct font_map *map)
{
	pthread_mutex_lock(&map->lock);
	while (!map->alone)
		pthread_cond_wait(&map->changed_hands, &map->lock);
	pthread_mutex_unlock(&map->lock);
}

void font_map_close(struct font_map *map)
{
	font_map_rest(map);
	/* It keeps its reference of the configuration when it goes: that has to be taken back before. */
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map->pango), NULL);
	g_object_remove_toggle_ref(G_OBJECT(map->pango), on_toggle, map);
	pthread_cond_destroy(&map->changed_hands);
	pthread_mutex_destroy(&map->lock);
	FcConfigDestroy(map->config);
}
