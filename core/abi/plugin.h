/* zonekg plugin boundary, ABI 1.1: C11, the whole contract between the host and an extractor plugin.
 *
 * A plugin is a shared library that exports one symbol, `zkg_plugin_entry` (a constant of type zkg_entry).
 * - Input is borrowed for the length of the call that received it. Output goes through callbacks and is copied.
 *   Nothing is freed on the other side.
 * - No C++ type and no exception crosses. Every string is UTF-8, given by pointer and size, not NUL-terminated.
 * - Spans are byte offsets into zkg_document.text, half open, on code-point boundaries.
 * - One instance per worker thread: an instance is never called from two threads at once, several instances may be.
 * - Published structs never change within a major version. Growth: new layers and interfaces fetched by string id.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ZKG_ABI_MAJOR 1
#define ZKG_ABI_MINOR 1 /* 1: the interfaces at the end of this file */
#define ZKG_ENTRY_SYMBOL "zkg_plugin_entry"

#if defined(__GNUC__)
#define ZKG_EXPORT __attribute__((visibility("default")))
#else
#define ZKG_EXPORT
#endif

typedef struct zkg_text {
  const char *data; /* UTF-8; may be null when size is 0 */
  size_t size;      /* bytes */
} zkg_text;

typedef struct zkg_span {
  uint32_t begin, end; /* bytes, half open; {0,0} means none */
} zkg_span;

/* A calendar interval, both ends included; dates are yyyymmdd, 0 when unknown. */
typedef struct zkg_interval {
  int32_t start, end;
} zkg_interval;

/* ---- layers: tables of fixed-size rows, computed by the host once per document ---------------------------------
 * Fetched by id from zkg_document.layer. Rows are sorted by span.begin, outer before inner. A row type never changes;
 * a wider one gets a new id. Iterate with row_size as the stride. */
typedef struct zkg_table {
  const void *rows;
  size_t count;
  size_t row_size;
} zkg_table;

#define ZKG_LAYER_SENTENCES "zonekg.sentences/1"       /* zkg_sentence */
#define ZKG_LAYER_WORDS "zonekg.words/1"               /* zkg_word */
#define ZKG_LAYER_SECTIONS "zonekg.sections/1"         /* zkg_section */
#define ZKG_LAYER_ENUMERATIONS "zonekg.enumerations/1" /* zkg_enumeration */
#define ZKG_LAYER_ITEMS "zonekg.items/1"               /* zkg_item, grouped by enumeration */
#define ZKG_LAYER_QUANTITIES "zonekg.quantities/1"     /* zkg_quantity */
#define ZKG_LAYER_PERIODS "zonekg.periods/1"           /* zkg_period */
#define ZKG_LAYER_TRIGGERS "zonekg.triggers/1"         /* zkg_trigger_hit, of the calling plugin's own words */
#define ZKG_LAYER_MENTIONS "zonekg.mentions/1"         /* zkg_mention: decided so far, by the plugins it requires */

/* Ends at 。！？； or a line end that is not a break inside a sentence. Never contains a line end that ends a sentence. */
typedef struct zkg_sentence {
  zkg_span span;
  uint32_t section;   /* row of the sections layer */
  uint32_t paragraph; /* counts up through the document; sentences of one source paragraph share it, lines of a card too: 总投资：… */
} zkg_sentence;

/* Coarse tag of a word: a hint, never a verdict; unknown names are cut wrongly by every segmenter. */
enum zkg_tag {
  ZKG_TAG_UNKNOWN = 0, /* not in the dictionary: mostly single characters of a name */
  ZKG_TAG_NOUN = 1,
  ZKG_TAG_VERB = 2,
  ZKG_TAG_ADJECTIVE = 3,
  ZKG_TAG_ADVERB = 4,
  ZKG_TAG_FUNCTION = 5, /* preposition, conjunction, particle, pronoun */
  ZKG_TAG_NUMBER = 6,   /* digits and Chinese numerals */
  ZKG_TAG_MEASURE = 7,
  ZKG_TAG_TIME = 8,
  ZKG_TAG_PLACE = 9,
  ZKG_TAG_PERSON = 10,
  ZKG_TAG_ORGANISATION = 11,
  ZKG_TAG_LATIN = 12,
  ZKG_TAG_PUNCTUATION = 13,
  ZKG_TAG_OTHER = 14
};

typedef struct zkg_word {
  zkg_span span;
  uint32_t tag;       /* enum zkg_tag */
  uint32_t frequency; /* of the word in the dictionary's corpus; 0 unknown */
} zkg_word;

enum zkg_role {
  ZKG_ROLE_NONE = 0,
  ZKG_ROLE_TITLE = 1,
  ZKG_ROLE_BACKGROUND = 2,
  ZKG_ROLE_RESULTS = 3,
  ZKG_ROLE_PROBLEMS = 4,
  ZKG_ROLE_PLAN = 5
};

/* Section 0 is the whole document; a section's span covers its heading, its text and its subsections. */
typedef struct zkg_section {
  zkg_span span;
  zkg_span heading; /* words of the heading without number */
  zkg_span number;  /* `一、`, `（二）`, `1.`, … as it stands */
  int32_t ordinal;  /* 2 for （二）; 0 when unnumbered */
  int32_t level;    /* 0 the document, 1 `一、`, 2 `（一）`, 3 `1.`, 4 `（1）`/`①`; run-in `一是` is level 5 */
  int32_t role;     /* enum zkg_role, inherited where a heading says nothing */
  uint32_t parent;  /* row of the parent; 0 for the document itself */
} zkg_section;

enum zkg_enumeration_kind {
  ZKG_ENUM_INLINE = 1,        /* A、B、C等23个项目 */
  ZKG_ENUM_PARENTHESISED = 2, /* 5家企业（A、B、C、D、E） */
  ZKG_ENUM_NUMBERED = 3,      /* numbered or bulleted paragraphs or clauses; `一是…；二是…` is not one */
  ZKG_ENUM_TABLE = 4          /* rows by tab or aligned spaces */
};

typedef struct zkg_enumeration {
  zkg_span span; /* first item to head noun (inline), all items (others) */
  int32_t kind;
  double claimed;      /* 23; NaN when no count is given */
  zkg_span head;       /* 项目, 企业; {0,0} when none */
  uint32_t first_item; /* row of the items layer */
  uint32_t item_count;
} zkg_enumeration;

typedef struct zkg_item {
  zkg_span span;   /* of the item, without its number, bullet or separator */
  zkg_span marker; /* `1、`, `①`, `——`; {0,0} when none */
  uint32_t enumeration;
  uint32_t row, column; /* table position, header row is 0; row counts items elsewhere, column 0 */
  zkg_span header;      /* the table column's header words; {0,0} when none */
} zkg_item;

enum zkg_quantity_kind {
  ZKG_Q_NUMBER = 0,  /* a bare number */
  ZKG_Q_MONEY = 1,   /* base: the currency's unit (元) */
  ZKG_Q_PERCENT = 2, /* base: percent; 1‰ is 0.1 */
  ZKG_Q_POINTS = 3,  /* 百分点 */
  ZKG_Q_COUNT = 4,   /* number with a measure word: 个, 家, 项, 户, 人 */
  ZKG_Q_AREA = 5,    /* base: square metre; 亩 is 2000/3 */
  ZKG_Q_LENGTH = 6,  /* metre */
  ZKG_Q_MASS = 7,    /* kilogram */
  ZKG_Q_VOLUME = 8,  /* cubic metre */
  ZKG_Q_POWER = 9,   /* watt */
  ZKG_Q_ENERGY = 10, /* watt hour */
  ZKG_Q_VOLTAGE = 11, /* volt */
  ZKG_Q_DURATION = 12, /* day; month 30, year 365 */
  ZKG_Q_RATE = 13,     /* something per time: 万吨/年, 日处理4万吨; base as the numerator's */
  ZKG_Q_RANK = 14,     /* 第3位 */
  ZKG_Q_OTHER = 15     /* a unit without class: 度, 分, 倍 */
};

enum zkg_quantity_flag {
  ZKG_Q_APPROXIMATE = 1,  /* 约, 左右, 余, 多 */
  ZKG_Q_AT_LEAST = 2,     /* 以上, 超, 突破, 不低于, 近 gives an upper bound */
  ZKG_Q_AT_MOST = 4,      /* 以下, 不超过, 近 */
  ZKG_Q_RANGE = 8,        /* 10－15万千瓦: value is the lower end, bounds are both ends */
  ZKG_Q_UNIT_FROM_HEADER = 16, /* a table cell: unit taken from the column header */
  ZKG_Q_REDACTED = 32     /* XX家: the figure is blacked out; value is NaN */
};

typedef struct zkg_quantity {
  zkg_span span;     /* number and unit, bound words (约, 近, 以上) excluded; 余/多 between number and unit included */
  zkg_span unit;     /* as it stands; {0,0} when none (or in the header) */
  int32_t kind;      /* enum zkg_quantity_kind */
  uint32_t flags;    /* enum zkg_quantity_flag, or-ed */
  double value;      /* as written: 316.6 for 316.6亿元 */
  double base_value; /* in the kind's base unit: 3.166e10 */
  double lower, upper; /* bounds in base units; -inf/+inf when open; equal to base_value when exact */
  char currency[4];  /* ISO 4217 for money, else "" */
  char unit_name[28]; /* unit as written or from the header, canonical spelling, NUL-terminated: 亿元, %, 平方公里 */
} zkg_quantity;

enum zkg_grain { ZKG_GRAIN_DAY = 1, ZKG_GRAIN_MONTH = 2, ZKG_GRAIN_QUARTER = 3, ZKG_GRAIN_HALF = 4, ZKG_GRAIN_YEAR = 5,
                 ZKG_GRAIN_YEARS = 6, ZKG_GRAIN_OTHER = 7 };

typedef struct zkg_period {
  zkg_span span;
  zkg_interval interval; /* resolved against the document's date; 0 where it cannot be */
  int32_t grain;         /* enum zkg_grain */
  int32_t relative;      /* 1 when the words need the document's date (今年, 上半年, 10月) */
} zkg_period;

typedef struct zkg_trigger_hit {
  zkg_span span;
  uint32_t id; /* zkg_trigger.id */
} zkg_trigger_hit;

/* What plugins work out about a document and share with each other; a table of one row, or null where the host offers
 * nothing of the kind (to plugins in a process of their own). An object may be made by one plugin and used by another: its
 * key must say which code and which layout made it. What it keeps of the text and of the layers, but for trigger hits and
 * mentions, stays valid as long as the object itself, which the host destroys when all plugins have read the document. */
#define ZKG_LAYER_SHARED "zonekg.shared/1" /* zkg_shared */

typedef void *(*zkg_make)(void *context); /* null when it cannot be made */
typedef void (*zkg_destroy)(void *object);

typedef struct zkg_shared {
  uint32_t size;
  void *host;
  /* The document's object of that key, made now when there is none yet; null when `make` returns null. */
  void *(*object)(void *host, zkg_text key, zkg_make make, zkg_destroy destroy, void *context);
} zkg_shared;

/* ---- candidates: what a plugin proposes --------------------------------------------------------------------- */

enum zkg_value_kind { ZKG_VALUE_TEXT = 1, ZKG_VALUE_NUMBER = 2, ZKG_VALUE_BOOL = 3 };

typedef struct zkg_attribute {
  zkg_text key;
  int32_t kind;  /* enum zkg_value_kind */
  zkg_text text; /* ZKG_VALUE_TEXT */
  double number; /* ZKG_VALUE_NUMBER, finite; ZKG_VALUE_BOOL 0 or 1 */
} zkg_attribute;

/* The zone that the document reports about, as an end of a relation; the host resolves it after all plugins ran. */
#define ZKG_REPORTING_ZONE 0xFFFFFFFEu
#define ZKG_NO_MENTION 0xFFFFFFFFu

enum zkg_mention_flag {
  ZKG_MENTION_NEEDS_RELATION = 1 /* dropped when no relation of it is accepted: investments */
};

/* A decided mention, as the mentions layer shows it to later plugins. */
typedef struct zkg_mention {
  zkg_span span;
  uint32_t id;
  zkg_text type;
  zkg_text name; /* the surface form as the plugin named it */
  double confidence;
} zkg_mention;

/* confidence: finite, 0..1; the probability that the candidate is right. The host takes, for each type, the set of
 * candidates of at least 0.5 that do not overlap and whose confidence adds up to most.
 * features: ids of kit features, only used by training; null otherwise. */
typedef struct zkg_mention_candidate {
  uint32_t size; /* sizeof(zkg_mention_candidate) */
  uint32_t flags;
  zkg_text type;
  zkg_span span;
  zkg_text name; /* empty: the words of the span */
  double confidence;
  zkg_text rule;
  const zkg_attribute *attributes;
  size_t attribute_count;
  const uint32_t *features;
  size_t feature_count;
} zkg_mention_candidate;

/* group: candidates of one plugin and document with the same non-zero group exclude each other; the best one stays. */
typedef struct zkg_relation_candidate {
  uint32_t size;
  uint32_t group;
  zkg_text type;
  uint32_t head, tail; /* mention ids: decided ones, own ones of this call, or ZKG_REPORTING_ZONE */
  zkg_span evidence;
  double confidence;
  zkg_text rule;
  zkg_text modality; /* actual, expected, target, or empty */
  zkg_interval period;
  const uint32_t *features;
  size_t feature_count;
} zkg_relation_candidate;

/* A dated property of a mention: today `status` of projects. */
typedef struct zkg_fact_candidate {
  uint32_t size;
  uint32_t group;
  uint32_t mention;
  zkg_text key;   /* `status` */
  zkg_text value; /* `in_production` */
  zkg_text modality;
  zkg_interval period;
  zkg_span evidence;
  double confidence;
  zkg_text rule;
  const uint32_t *features;
  size_t feature_count;
} zkg_fact_candidate;

enum zkg_severity { ZKG_NOTE = 1, ZKG_WARNING = 2, ZKG_ERROR = 3 };

typedef struct zkg_sink {
  uint32_t size;
  void *host;
  /* Return the id of the candidate; ZKG_NO_MENTION when the host refused it (it then keeps a diagnostic). */
  uint32_t (*mention)(void *host, const zkg_mention_candidate *candidate);
  uint32_t (*relation)(void *host, const zkg_relation_candidate *candidate);
  uint32_t (*fact)(void *host, const zkg_fact_candidate *candidate);
  void (*diagnostic)(void *host, int32_t severity, zkg_span span, zkg_text message);
} zkg_sink;

typedef struct zkg_document {
  uint32_t size;
  void *host;
  zkg_text text;         /* repaired text */
  zkg_text name;         /* file name or relative path */
  zkg_text title;        /* empty when none was found */
  int32_t published;     /* yyyymmdd; 00 for an unknown month or day; of an undated document the year it speaks from; 0 unknown */
  zkg_interval period;   /* what the report is about; zeros when unknown */
  /* The layer's table, or null when the host has no layer of that id. Borrowed until extract returns. */
  const zkg_table *(*layer)(void *host, const char *id);
} zkg_document;

typedef struct zkg_trigger {
  zkg_text word;
  uint32_t id; /* the plugin's own; several words may share one */
} zkg_trigger;

/* What the host gives an instance. All borrowed for the length of create. */
typedef struct zkg_config {
  uint32_t size;
  zkg_text folder;   /* the plugin's own folder: lexicon and weight files */
  zkg_text shared;   /* folder of the kit's shared data files (lexicon, name likeness); empty when not found */
  zkg_text settings; /* JSON object from the configuration file; `{}` when none */
  int32_t training;  /* non-zero: emit every candidate, with its features */
  zkg_text weights;  /* a weight file to use instead of the plugin's own; empty otherwise */
} zkg_config;

typedef struct zkg_plugin {
  /* Null and a message (valid until the next create on this thread) when the instance cannot be made. */
  void *(*create)(const zkg_config *config, zkg_text *message);
  /* The words that the host scans every document for; called once per instance; valid until destroy. */
  const zkg_trigger *(*triggers)(void *instance, size_t *count);
  /* 0 when done; else a failure on this document, with a message valid until the next call on the instance. */
  int32_t (*extract)(void *instance, const zkg_document *document, const zkg_sink *sink, zkg_text *message);
  void (*destroy)(void *instance);
} zkg_plugin;

/* `provides`: node types, edge types and fact keys that the plugin emits, as "mention:company", "relation:acquires",
 * "fact:status". `requires`: what must have been decided before it runs, in the same spelling. Null-terminated lists. */
typedef struct zkg_entry {
  uint32_t abi_major, abi_minor;
  const char *id;      /* [a-z][a-z0-9_-]* */
  const char *version; /* semantic version */
  const char *summary; /* one line */
  const char *const *provides;
  const char *const *requires_; /* `requires` is a C++20 keyword */
  const zkg_plugin *plugin;
  /* Optional interfaces by string id; null when unknown. May itself be null. */
  const void *(*interface_)(const char *id);
} zkg_entry;

/* ---- optional interfaces of a plugin, fetched by id from zkg_entry.interface_ --------------------------------
 * A host that does not know one does not ask for it; a plugin that has none leaves interface_ null. Since ABI 1.1. */

/* Words that stand in data, not in code: `lexicon.json` in the plugin's folder, joined with what the user's
 * configuration adds. The host reads and checks the files; the plugin gets words. */
#define ZKG_INTERFACE_LEXICON "zonekg.lexicon/1" /* zkg_lexicon */

typedef struct zkg_word_class {
  zkg_text name;
  const zkg_text *words;
  size_t count;
} zkg_word_class;

typedef struct zkg_lexicon {
  uint32_t size;
  /* Called once, after create and before triggers; classes by name, borrowed for the call. 0 when done; else the
   * instance cannot be used, with a message valid until the next call on it. */
  int32_t (*use)(void *instance, const zkg_word_class *classes, size_t count, zkg_text *message);
} zkg_lexicon;

/* What own node and edge types are called and look like in legends. */
#define ZKG_INTERFACE_TYPES "zonekg.types/1" /* zkg_types */

typedef struct zkg_type {
  const char *name;    /* as in provides: "mention:honor", "relation:awarded" */
  const char *english; /* null: the type's name */
  const char *chinese; /* null: the english label */
  const char *colour;  /* "#rrggbb"; null: the host chooses */
} zkg_type;

typedef struct zkg_types {
  uint32_t size;
  const zkg_type *types;
  size_t count;
} zkg_types;

/* A library that makes plugins of data files: each file with its ending that lies on the plugin path is one plugin.
 * Such a library need not provide anything itself. */
#define ZKG_INTERFACE_PACKS "zonekg.packs/1" /* zkg_packs */

typedef struct zkg_packs {
  uint32_t size;
  const char *ending; /* of the files it reads: ".rules.json" */
  /* Reads and checks a file. Null, and a message that says where and why, valid until the next open on this thread. */
  void *(*open)(zkg_text file, zkg_text *message);
  /* What the pack is: id, version, summary, lists; valid until close. `plugin` makes triggers, extract and destroy. */
  const zkg_entry *(*entry)(void *pack);
  const zkg_types *(*types)(void *pack); /* may return null */
  /* Instead of zkg_plugin.create. Several threads may create from one pack at once. */
  void *(*create)(void *pack, const zkg_config *config, zkg_text *message);
  void (*close)(void *pack); /* after the last of its instances was destroyed */
} zkg_packs;

#ifdef __cplusplus
}
#endif
