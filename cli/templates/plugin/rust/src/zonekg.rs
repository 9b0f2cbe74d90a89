//! The plugin boundary of zonekg, ABI 1, as far as this plugin needs it: plugin.h in Rust, and a safe wrapper.
//! More layers and candidates: zonekg/plugin.h. Nothing here knows what the plugin looks for.
#![allow(dead_code)]
use std::ffi::{c_char, c_void, CStr};
use std::panic::{catch_unwind, AssertUnwindSafe};

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Text {
    data: *const u8,
    size: usize,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Span {
    pub begin: u32,
    pub end: u32,
}

#[repr(C)]
struct Table {
    rows: *const c_void,
    count: usize,
    row_size: usize,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct TriggerHit {
    pub span: Span,
    pub id: u32,
}

#[repr(C)]
pub struct RawDocument {
    size: u32,
    host: *mut c_void,
    text: Text,
    name: Text,
    title: Text,
    published: i32,
    period: [i32; 2],
    layer: unsafe extern "C" fn(*mut c_void, *const c_char) -> *const Table,
}

#[repr(C)]
struct RawMention {
    size: u32,
    flags: u32,
    kind: Text,
    span: Span,
    name: Text,
    confidence: f64,
    rule: Text,
    attributes: *const c_void,
    attribute_count: usize,
    features: *const u32,
    feature_count: usize,
}

#[repr(C)]
pub struct RawSink {
    size: u32,
    host: *mut c_void,
    mention: unsafe extern "C" fn(*mut c_void, *const RawMention) -> u32,
    relation: *const c_void,
    fact: *const c_void,
    diagnostic: *const c_void,
}

#[repr(C)]
pub struct Trigger {
    word: Text,
    id: u32,
}

#[repr(C)]
pub struct WordClass {
    name: Text,
    words: *const Text,
    count: usize,
}

#[repr(C)]
pub struct LexiconInterface {
    pub size: u32,
    pub take: unsafe extern "C" fn(*mut c_void, *const WordClass, usize, *mut Text) -> i32,
}

#[repr(C)]
pub struct Functions {
    pub create: unsafe extern "C" fn(*const c_void, *mut Text) -> *mut c_void,
    pub triggers: unsafe extern "C" fn(*mut c_void, *mut usize) -> *const Trigger,
    pub extract: unsafe extern "C" fn(*mut c_void, *const RawDocument, *const RawSink, *mut Text) -> i32,
    pub destroy: unsafe extern "C" fn(*mut c_void),
}

#[repr(C)]
pub struct Entry {
    pub abi_major: u32,
    pub abi_minor: u32,
    pub id: *const c_char,
    pub version: *const c_char,
    pub summary: *const c_char,
    pub provides: *const *const c_char,
    pub requires: *const *const c_char,
    pub functions: *const Functions,
    pub interface: unsafe extern "C" fn(*const c_char) -> *const c_void,
}
unsafe impl Sync for Entry {} // constants only

/// Strings and a null behind them.
#[repr(transparent)]
pub struct List<const N: usize>(pub [*const c_char; N]);
unsafe impl<const N: usize> Sync for List<N> {}

unsafe fn bytes<'a>(text: Text) -> &'a str {
    if text.size == 0 {
        return "";
    }
    std::str::from_utf8(std::slice::from_raw_parts(text.data, text.size)).unwrap_or("")
}

fn borrow(text: &str) -> Text {
    Text { data: text.as_ptr(), size: text.len() }
}

/// The words of lexicon.json, joined with what the user's configuration adds. A trigger's id is the number of its class.
#[derive(Default)]
pub struct Lexicon {
    classes: Vec<(String, Vec<String>)>,
}

impl Lexicon {
    pub fn is(&self, hit: &TriggerHit, class: &str) -> bool {
        self.classes.get(hit.id as usize).is_some_and(|(name, _)| name == class)
    }
}

pub struct Document<'a>(&'a RawDocument);

impl Document<'_> {
    pub fn text(&self) -> &str {
        unsafe { bytes(self.0.text) }
    }
    pub fn triggers(&self) -> Vec<TriggerHit> {
        unsafe {
            let table = (self.0.layer)(self.0.host, c"zonekg.triggers/1".as_ptr());
            if table.is_null() || (*table).row_size < std::mem::size_of::<TriggerHit>() {
                return Vec::new();
            }
            let row = |i| *((*table).rows.cast::<u8>().add(i * (*table).row_size).cast::<TriggerHit>());
            (0..(*table).count).map(row).collect()
        }
    }
}

pub struct Mention<'a> {
    pub kind: &'a str,
    pub begin: u32,
    pub end: u32,
    pub confidence: f64,
    pub rule: &'a str,
}

pub struct Sink<'a>(&'a RawSink);

impl Sink<'_> {
    /// The candidate's id; u32::MAX when the host refused it.
    pub fn mention(&self, mention: &Mention) -> u32 {
        let raw = RawMention {
            size: std::mem::size_of::<RawMention>() as u32,
            flags: 0,
            kind: borrow(mention.kind),
            span: Span { begin: mention.begin, end: mention.end },
            name: borrow(""),
            confidence: mention.confidence,
            rule: borrow(mention.rule),
            attributes: std::ptr::null(),
            attribute_count: 0,
            features: std::ptr::null(),
            feature_count: 0,
        };
        unsafe { (self.0.mention)(self.0.host, &raw) }
    }
}

#[derive(Default)]
pub struct Instance {
    lexicon: Lexicon,
    triggers: Vec<Trigger>,
    message: String,
}

pub unsafe extern "C" fn create(_config: *const c_void, _message: *mut Text) -> *mut c_void {
    Box::into_raw(Box::<Instance>::default()).cast()
}

pub unsafe extern "C" fn take_lexicon(instance: *mut c_void, classes: *const WordClass, count: usize, _message: *mut Text) -> i32 {
    let instance = &mut *instance.cast::<Instance>();
    let slice = if count == 0 { &[] } else { std::slice::from_raw_parts(classes, count) };
    let words = |class: &WordClass| (0..class.count).map(|w| bytes(*class.words.add(w)).to_string()).collect();
    instance.lexicon.classes = slice.iter().map(|class| (bytes(class.name).to_string(), words(class))).collect();
    let numbered = instance.lexicon.classes.iter().enumerate();
    instance.triggers = numbered.flat_map(|(i, (_, words))| words.iter().map(move |word| Trigger { word: borrow(word), id: i as u32 })).collect();
    0
}

pub unsafe extern "C" fn triggers(instance: *mut c_void, count: *mut usize) -> *const Trigger {
    let instance = &*instance.cast::<Instance>();
    *count = instance.triggers.len();
    instance.triggers.as_ptr()
}

pub unsafe extern "C" fn destroy(instance: *mut c_void) {
    drop(Box::from_raw(instance.cast::<Instance>()));
}

pub static LEXICON: LexiconInterface = LexiconInterface { size: std::mem::size_of::<LexiconInterface>() as u32, take: take_lexicon };

pub unsafe extern "C" fn interface(id: *const c_char) -> *const c_void {
    if CStr::from_ptr(id) == c"zonekg.lexicon/1" {
        return std::ptr::addr_of!(LEXICON).cast();
    }
    std::ptr::null()
}

/// No panic may leave the library: it becomes the message of a failure on this document.
pub unsafe fn run(
    extract: fn(&Lexicon, &Document, &Sink) -> Result<(), String>,
    instance: *mut c_void,
    document: *const RawDocument,
    sink: *const RawSink,
    message: *mut Text,
) -> i32 {
    let instance = &mut *instance.cast::<Instance>();
    let call = AssertUnwindSafe(|| extract(&instance.lexicon, &Document(&*document), &Sink(&*sink)));
    match catch_unwind(call).unwrap_or_else(|_| Err("the plugin panicked".to_string())) {
        Ok(()) => 0,
        Err(reason) => {
            instance.message = reason;
            *message = borrow(&instance.message);
            1
        }
    }
}

macro_rules! plugin {
    ($id:literal, $version:literal, $summary:literal, [$($provides:literal),*], $extract:path) => {
        unsafe extern "C" fn zonekg_extract(
            instance: *mut std::ffi::c_void,
            document: *const crate::zonekg::RawDocument,
            sink: *const crate::zonekg::RawSink,
            message: *mut crate::zonekg::Text,
        ) -> i32 {
            crate::zonekg::run($extract, instance, document, sink, message)
        }
        static PROVIDES: crate::zonekg::List<{ [$($provides),*].len() + 1 }> =
            crate::zonekg::List([$(concat!($provides, "\0").as_ptr().cast(),)* std::ptr::null()]);
        static REQUIRES: crate::zonekg::List<1> = crate::zonekg::List([std::ptr::null()]);
        static FUNCTIONS: crate::zonekg::Functions = crate::zonekg::Functions {
            create: crate::zonekg::create,
            triggers: crate::zonekg::triggers,
            extract: zonekg_extract,
            destroy: crate::zonekg::destroy,
        };
        #[no_mangle]
        #[allow(non_upper_case_globals)]
        pub static zkg_plugin_entry: crate::zonekg::Entry = crate::zonekg::Entry {
            abi_major: 1,
            abi_minor: 1,
            id: concat!($id, "\0").as_ptr().cast(),
            version: concat!($version, "\0").as_ptr().cast(),
            summary: concat!($summary, "\0").as_ptr().cast(),
            provides: std::ptr::addr_of!(PROVIDES).cast(),
            requires: std::ptr::addr_of!(REQUIRES).cast(),
            functions: std::ptr::addr_of!(FUNCTIONS),
            interface: crate::zonekg::interface,
        };
    };
}
pub(crate) use plugin;
