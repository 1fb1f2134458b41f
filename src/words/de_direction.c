/* German words in names of what is better the less, or the more, of it there is. */
#include "words/direction.h"

const char german_better_lower[] =
	"*kosten* *preis* *gebühr* *ausgaben *aufwand* teuer* *zeit *zeiten *latenz* *dauer* *verzögerung* "
	"langsam* sekunde* minute* stunde* stunden *fehler* falsch* *irrtum* *irrtümer* *ausfall* *ausfälle* "
	"*absturz* *abstürze* *mangel *mängel *verstoß* *verstöße* *halluzination* *verlust* *perplexität* "
	"*entropie* *abweichung* *rauschen* *risiko* *risiken* *schaden* *schäden* *angriff* *speicher* "
	"*größe* *verbrauch* *energie* *emission* *abfall* *abfälle* token tokens rang ränge";

const char german_better_higher[] =
	"*durchsatz* *bandbreite* *geschwindigkeit* *tempo *rate *raten *ersparnis* *einsparung* gespart* "
	"*umsatz* *umsätze* *gewinn* *erlös* *einnahme* *einkommen* *ertrag* *erträge* *guthaben* "
	"*genauigkeit* *effizienz* *qualität* *erfolg* *horizont* *autonomie* *lebensdauer* *akkulaufzeit* "
	"*kontext*";
