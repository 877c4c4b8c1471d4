//! Harper's tokens, lints, dictionary and spelling candidates as C functions. Offsets are code points.
//! No panic crosses the border: what panics answers null or zero.

mod flags;

use std::ffi::{CString, c_char};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use harper_core::linting::{LintGroup, Suggestion};
use harper_core::parsers::PlainEnglish;
use harper_core::spell::{Dictionary, FstDictionary, suggest_correct_spelling};
use harper_core::{Dialect, Document, TokenKind};
use serde_json::{Value, json};

/// One checker: its linters keep caches, so it belongs to one thread at a time.
pub struct Checker {
    linters: LintGroup,
    dictionary: Arc<FstDictionary>,
    document: Option<Document>,
}

fn text_of<'a>(bytes: *const u8, length: usize) -> Option<&'a str> {
    if bytes.is_null() {
        return None;
    }
    // SAFETY: the caller promises `length` readable bytes that outlive the call.
    std::str::from_utf8(unsafe { std::slice::from_raw_parts(bytes, length) }).ok()
}

fn answer(made: std::thread::Result<Option<Value>>) -> *mut c_char {
    match made {
        Ok(Some(value)) => {
            CString::new(value.to_string()).map_or(std::ptr::null_mut(), CString::into_raw)
        }
        _ => std::ptr::null_mut(),
    }
}

/// `off` names the rules that never run, separated by commas.
#[unsafe(no_mangle)]
pub extern "C" fn lexi_harper_new(off: *const u8, length: usize) -> *mut Checker {
    let made = catch_unwind(|| {
        let dictionary = FstDictionary::curated();
        let mut linters = LintGroup::new_curated(dictionary.clone(), Dialect::American);
        for rule in text_of(off, length)?.split(',') {
            linters.config.set_rule_enabled(rule, false);
        }
        Some(Box::into_raw(Box::new(Checker { linters, dictionary, document: None })))
    });
    made.ok().flatten().unwrap_or(std::ptr::null_mut())
}

/// # Safety
/// `checker` comes from `lexi_harper_new` and is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lexi_harper_free(checker: *mut Checker) {
    if !checker.is_null() {
        let _ = catch_unwind(AssertUnwindSafe(|| drop(unsafe { Box::from_raw(checker) })));
    }
}

/// # Safety
/// `string` comes from a function of this file and is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lexi_harper_string_free(string: *mut c_char) {
    if !string.is_null() {
        drop(unsafe { CString::from_raw(string) });
    }
}

fn kind_of(kind: &TokenKind) -> u8 {
    match kind {
        TokenKind::Word(Some(_)) => b'w',
        TokenKind::Word(None) => b'x', // not in the dictionary
        TokenKind::Number(_) | TokenKind::Decade => b'n',
        TokenKind::Punctuation(_) => b'p',
        TokenKind::Space(_) | TokenKind::Newline(_) => b's',
        TokenKind::ParagraphBreak => b'b',
        _ => b'o', // addresses and the like
    }
}

fn tokens_of(document: &Document) -> Vec<Value> {
    let tokens = document.get_tokens().iter();
    tokens
        .map(|token| {
            let (tag, noun_phrase, flags) = match &token.kind {
                TokenKind::Word(Some(data)) => (
                    data.pos_tag.as_ref().map_or("", AsRef::as_ref),
                    data.np_member.unwrap_or(false),
                    flags::of(data),
                ),
                _ => ("", false, 0),
            };
            json!([token.span.start, token.span.end, (kind_of(&token.kind) as char).to_string(), tag, noun_phrase, flags])
        })
        .collect()
}

/// The text's tokens, [[start, end, kind, tag, noun phrase, flags]…]; `checker` keeps it for its lints.
///
/// # Safety
/// `checker` comes from `lexi_harper_new` and no other thread uses it meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lexi_harper_read(
    checker: *mut Checker,
    text: *const u8,
    length: usize,
) -> *mut c_char {
    answer(catch_unwind(AssertUnwindSafe(|| {
        let checker = unsafe { checker.as_mut() }?;
        checker.document = None;
        let document = Document::new(text_of(text, length)?, &PlainEnglish, &checker.dictionary);
        let tokens = tokens_of(&document);
        checker.document = Some(document);
        Some(Value::from(tokens))
    })))
}

/// What is found in the text that was read last, [{start, end, rule, kind, message, priority, replacements}…]; every
/// replacement stands for the whole span.
///
/// # Safety
/// `checker` comes from `lexi_harper_new` and no other thread uses it meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lexi_harper_lints(checker: *mut Checker) -> *mut c_char {
    answer(catch_unwind(AssertUnwindSafe(|| {
        let checker = unsafe { checker.as_mut() }?;
        let document = checker.document.take()?;
        let mut lints = Vec::new();
        for (rule, found) in checker.linters.organized_lints(&document) {
            for lint in found {
                let span = document.get_span_content_str(&lint.span);
                let replacements: Vec<String> = lint.suggestions.iter().map(|s| replacement(&span, s)).collect();
                lints.push(json!({"start": lint.span.start, "end": lint.span.end, "rule": rule,
                    "kind": lint.lint_kind.to_string_key(), "message": lint.message,
                    "priority": lint.priority, "replacements": replacements}));
            }
        }
        Some(Value::from(lints))
    })))
}

fn replacement(span: &str, suggestion: &Suggestion) -> String {
    match suggestion {
        Suggestion::ReplaceWith(letters) => letters.iter().collect(),
        Suggestion::InsertAfter(letters) => span.chars().chain(letters.iter().copied()).collect(),
        Suggestion::Remove => String::new(),
    }
}

/// The dictionary's flags of a word (any capitalisation; src/flags.rs), 0 where it is unknown. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn lexi_harper_word(word: *const u8, length: usize) -> u64 {
    let found = catch_unwind(|| {
        let metadata = FstDictionary::curated();
        let metadata = metadata.get_word_metadata_str(text_of(word, length)?)?;
        Some(flags::of(&metadata))
    });
    found.ok().flatten().unwrap_or(0)
}

/// The dictionary's words within `distance` edits, as a JSON array. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn lexi_harper_near(word: *const u8, length: usize, distance: u8, most: usize) -> *mut c_char {
    answer(catch_unwind(|| {
        let dictionary = FstDictionary::curated();
        let letters: Vec<char> = text_of(word, length)?.chars().collect();
        let near = suggest_correct_spelling(&letters, most, distance, &dictionary);
        Some(near.into_iter().map(|letters| letters.iter().collect::<String>()).collect())
    }))
}
