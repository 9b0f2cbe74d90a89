/* Proposes as @type@: a word of the lexicon's class "begin", what follows it, up to a word of the class "end". */
#include <zonekg/plugin_c.h>

enum { longest = 90 }; /* bytes: 30 Chinese characters */

static void propose(const zkg_sink *sink, zkg_span span) {
  /* The confidence is the probability that it is right; the host takes what is at least 0.5. */
  const zkg_mention_candidate candidate = {.size = sizeof candidate, .type = ZKG_TEXT("@type@"), .span = span,
                                           .confidence = 0.9, .rule = ZKG_TEXT("begin-end")};
  sink->mention(sink->host, &candidate);
}

static int32_t extract(void *instance, const zkg_document *document, const zkg_sink *sink, zkg_text *message) {
  (void)message; /* for the reason when this returns something else than 0 */
  const zkg_table *hits = document->layer(document->host, ZKG_LAYER_TRIGGERS); /* of the words in lexicon.json */
  for (size_t i = 0; hits && i < hits->count; ++i) {
    const zkg_trigger_hit *first = zkg_hit(hits, i);
    if (!zkg_is(instance, first, "begin")) continue;
    for (size_t j = i + 1; j < hits->count; ++j) {
      const zkg_trigger_hit *last = zkg_hit(hits, j);
      if (zkg_is(instance, last, "stop") || last->span.end - first->span.begin > longest) break;
      if (!zkg_is(instance, last, "end") || last->span.begin < first->span.end) continue;
      propose(sink, (zkg_span){first->span.begin, last->span.end});
      break;
    }
  }
  return 0;
}

ZKG_PLUGIN("@id@", "0.1.0", "@summary@", extract, "mention:@type@")
