//! Proposes as @type@: a word of the lexicon's class "begin", what follows it, up to a word of the class "end".
mod zonekg;
use zonekg::{Document, Lexicon, Mention, Sink};

const LONGEST: u32 = 90; // bytes: 30 Chinese characters

fn extract(lexicon: &Lexicon, document: &Document, sink: &Sink) -> Result<(), String> {
    let hits = document.triggers(); // of the words in lexicon.json, by where they begin
    for (i, first) in hits.iter().enumerate() {
        if !lexicon.is(first, "begin") {
            continue;
        }
        for last in &hits[i + 1..] {
            if lexicon.is(last, "stop") || last.span.end - first.span.begin > LONGEST {
                break;
            }
            if lexicon.is(last, "end") && last.span.begin >= first.span.end {
                // The confidence is the probability that it is right; the host takes what is at least 0.5.
                sink.mention(&Mention { kind: "@type@", begin: first.span.begin, end: last.span.end, confidence: 0.9, rule: "begin-end" });
                break;
            }
        }
    }
    Ok(())
}

zonekg::plugin!("@id@", "0.1.0", "@summary@", ["mention:@type@"], extract);
