#include "text/complaints.h"

#include "base/process.h"

#include <glib.h>

static void on_message(const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer closure)
{
	(void)domain;
	(void)closure;
	if (level & (G_LOG_FLAG_FATAL | G_LOG_LEVEL_ERROR))
		process_abort(message);
	else if (level & (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING))
		process_complain(message);
}

void complaints_listen(void)
{
	g_log_set_default_handler(on_message, NULL);
}
