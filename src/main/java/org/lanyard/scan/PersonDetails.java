package org.lanyard.scan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A roster's details of a person. In what a source states, a detail that is absent differs from one that is empty; of
 * what is known, none is empty.
 */
public final class PersonDetails {

    public static final PersonDetails NONE = new PersonDetails(new EnumMap<>(Detail.class), Map.of());

    private final Map<Detail, String> texts;
    private final Map<String, String> shown;

    private PersonDetails(Map<Detail, String> texts, Map<String, String> shown) {
        this.texts = texts;
        this.shown = shown;
    }

    public static PersonDetails of(Function<Detail, Optional<String>> text, Map<String, String> shown) {
        Map<Detail, String> texts = new EnumMap<>(Detail.class);
        for (Detail detail : Detail.values()) {
            text.apply(detail).ifPresent(stated -> texts.put(detail, stated));
        }
        return new PersonDetails(texts, ordered(shown));
    }

    public static PersonDetails named(String name) {
        return NONE.with(Detail.NAME, name);
    }

    public PersonDetails with(Detail detail, String text) {
        Map<Detail, String> changed = new EnumMap<>(texts);
        changed.put(detail, text);
        return new PersonDetails(changed, shown);
    }

    public PersonDetails withShown(String field, String text) {
        Map<String, String> changed = new LinkedHashMap<>(shown);
        changed.put(field, text);
        return new PersonDetails(texts, ordered(changed));
    }

    /** Merges these into the known ones: they replace the known ones, and empty ones are gone. */
    public PersonDetails over(PersonDetails known) {
        Map<Detail, String> newTexts = new EnumMap<>(known.texts);
        newTexts.putAll(texts);
        newTexts.values().removeIf(String::isEmpty);
        Map<String, String> newShown = new LinkedHashMap<>(known.shown);
        newShown.putAll(shown);
        newShown.values().removeIf(String::isEmpty);
        return new PersonDetails(newTexts, ordered(newShown));
    }

    public Optional<String> stated(Detail detail) {
        return Optional.ofNullable(texts.get(detail));
    }

    public String text(Detail detail) {
        return texts.getOrDefault(detail, "");
    }

    public Map<String, String> shown() {
        return shown;
    }

    public String name() {
        return text(Detail.NAME);
    }

    public String email() {
        return text(Detail.EMAIL);
    }

    public String company() {
        return text(Detail.COMPANY);
    }

    public String note() {
        return text(Detail.NOTE);
    }

    public String attention() {
        return text(Detail.ATTENTION);
    }

    /** The number of people that the code admits (R10), at least 1. */
    public int party() {
        String party = text(Detail.PARTY);
        return party.isEmpty() ? 1 : Integer.parseInt(party);
    }

    public String blocked() {
        return text(Detail.BLOCKED);
    }

    private static Map<String, String> ordered(Map<String, String> shown) {
        return shown.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(shown));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonDetails that && texts.equals(that.texts) && shown.equals(that.shown);
    }

    @Override
    public int hashCode() {
        return Objects.hash(texts, shown);
    }

    @Override
    public String toString() {
        return texts + (shown.isEmpty() ? "" : " " + shown);
    }
}
