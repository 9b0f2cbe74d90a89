/* C11 wrapper of the plugin boundary, header only: an instance that holds the words of the plugin's lexicon.json, and the
 * entry. A plugin:
 *
 *   #include <zonekg/plugin_c.h>
 *   static int32_t extract(void *instance, const zkg_document *document, const zkg_sink *sink, zkg_text *message) { … }
 *   ZKG_PLUGIN("honors", "1.0.0", "Honours", extract, "mention:honor")
 *
 * Rules of ownership and threads: plugin.h. A plugin that needs more state writes its own zkg_plugin. */
#pragma once

#include "plugin.h"

#include <stdlib.h>
#include <string.h>

#define ZKG_TEXT(literal) ((zkg_text){(literal), sizeof(literal) - 1})

/* Made by create, filled by the lexicon interface. A trigger's id is the number of its class. */
typedef struct zkg_words {
  zkg_trigger *triggers;
  size_t trigger_count;
  zkg_text *classes;
  size_t class_count;
  char *bytes; /* what triggers and classes point into */
} zkg_words;

static inline const zkg_trigger_hit *zkg_hit(const zkg_table *hits, size_t row) {
  return (const zkg_trigger_hit *)((const char *)hits->rows + row * hits->row_size);
}

/* Whether the hit is a word of that class of the lexicon. */
static inline int zkg_is(const void *instance, const zkg_trigger_hit *hit, const char *name) {
  const zkg_words *words = (const zkg_words *)instance;
  if (hit->id >= words->class_count) return 0;
  const zkg_text found = words->classes[hit->id];
  return found.size == strlen(name) && memcmp(found.data, name, found.size) == 0;
}

static inline void zkg_words_clear(zkg_words *words) {
  free(words->triggers);
  free(words->classes);
  free(words->bytes);
  memset(words, 0, sizeof *words);
}

static inline void *zkg_words_create(const zkg_config *config, zkg_text *message) {
  (void)config;
  void *words = calloc(1, sizeof(zkg_words));
  if (!words) *message = ZKG_TEXT("out of memory");
  return words;
}

static inline const zkg_trigger *zkg_words_triggers(void *instance, size_t *count) {
  const zkg_words *words = (const zkg_words *)instance;
  *count = words->trigger_count;
  return words->triggers;
}

static inline void zkg_words_destroy(void *instance) {
  zkg_words_clear((zkg_words *)instance);
  free(instance);
}

static inline zkg_text zkg_copy(char **end, zkg_text text) {
  if (text.size) memcpy(*end, text.data, text.size);
  const zkg_text copy = {*end, text.size};
  *end += text.size;
  return copy;
}

static inline int32_t zkg_words_use(void *instance, const zkg_word_class *classes, size_t count, zkg_text *message) {
  zkg_words *words = (zkg_words *)instance;
  size_t bytes = 1, number = 1; /* never an empty allocation */
  for (size_t i = 0; i < count; ++i) {
    bytes += classes[i].name.size;
    number += classes[i].count;
    for (size_t w = 0; w < classes[i].count; ++w) bytes += classes[i].words[w].size;
  }
  zkg_words_clear(words);
  words->bytes = (char *)malloc(bytes);
  words->triggers = (zkg_trigger *)calloc(number, sizeof(zkg_trigger));
  words->classes = (zkg_text *)calloc(count + 1, sizeof(zkg_text));
  if (!words->bytes || !words->triggers || !words->classes) {
    *message = ZKG_TEXT("out of memory");
    return 1;
  }
  char *end = words->bytes;
  for (size_t i = 0; i < count; ++i) {
    words->classes[words->class_count++] = zkg_copy(&end, classes[i].name);
    for (size_t w = 0; w < classes[i].count; ++w)
      words->triggers[words->trigger_count++] = (zkg_trigger){zkg_copy(&end, classes[i].words[w]), (uint32_t)i};
  }
  return 0;
}

static inline const void *zkg_words_interface(const char *id) {
  static const zkg_lexicon lexicon = {sizeof(zkg_lexicon), zkg_words_use};
  return strcmp(id, ZKG_INTERFACE_LEXICON) == 0 ? &lexicon : NULL;
}

/* The entry of a plugin that requires nothing; the last arguments are what it provides. */
#define ZKG_PLUGIN(plugin_id, plugin_version, plugin_summary, extract_function, ...)                                      \
  static const char *const zkg_provides[] = {__VA_ARGS__, NULL};                                                         \
  static const char *const zkg_requires[] = {NULL};                                                                      \
  static const zkg_plugin zkg_functions = {zkg_words_create, zkg_words_triggers, extract_function, zkg_words_destroy};   \
  ZKG_EXPORT extern const zkg_entry zkg_plugin_entry;                                                                    \
  ZKG_EXPORT const zkg_entry zkg_plugin_entry = {ZKG_ABI_MAJOR, ZKG_ABI_MINOR,  plugin_id,    plugin_version,            \
                                                 plugin_summary, zkg_provides,  zkg_requires, &zkg_functions,            \
                                                 zkg_words_interface};
