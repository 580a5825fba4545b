package org.lanyard.venue;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanyard.scan.Conference;

/**
 * One setting: its key in the database, its default, and the values it may have.
 *
 * @param <T>       the type of its value; an {@code Optional} where nothing may be chosen
 * @param shareable whether a preparation file carries it to another station
 */
public record Setting<T>(String key, T byDefault, Codec<T> codec, boolean shareable) {

    // Stands in a key for the conference's slug, where each conference has a value of its own.
    private static final String CONFERENCE = "{conference}";
    private static final int LONGEST_TEXT = 512;

    public record Codec<T>(Function<String, Optional<T>> read, Function<T, String> write) {}

    public static Setting<Boolean> flag(String key) {
        return new Setting<>(key, false, new Codec<>(text -> Optional.of("yes".equals(text)).filter(yes -> yes),
                _ -> "yes"), false);
    }

    public static Setting<Integer> number(String key, int byDefault, int least, int most) {
        return new Setting<>(key, byDefault, new Codec<>(text -> parse(text)
                .filter(number -> number >= least && number <= most), String::valueOf), false);
    }

    public static <E extends Enum<E>> Setting<E> choice(String key, E byDefault) {
        return new Setting<>(key, byDefault, names(byDefault.getDeclaringClass()), false);
    }

    public static <E extends Enum<E>> Setting<Optional<E>> choice(String key, Class<E> type) {
        return optional(key, names(type));
    }

    /** Text of at most 512 characters without control characters. */
    public static Setting<String> text(String key) {
        return new Setting<>(key, "", line(_ -> true), false);
    }

    public static Setting<Optional<String>> line(String key, Predicate<String> valid) {
        return optional(key, line(valid));
    }

    public static Setting<Optional<Path>> folder(String key) {
        return optional(key, new Codec<>(Setting::path, Path::toString));
    }

    /** A language, by its ISO 639 code. */
    public static Setting<Optional<Locale>> language(String key) {
        Pattern code = Pattern.compile("[a-z]{2,3}");
        return optional(key, new Codec<>(text -> Optional.of(text).filter(code.asMatchPredicate()).map(Locale::of),
                Locale::getLanguage));
    }

    public static <T> Setting<Optional<T>> optional(String key, Codec<T> codec) {
        return new Setting<>(key, Optional.empty(), new Codec<>(text -> codec.read().apply(text).map(Optional::of),
                value -> value.map(codec.write()).orElse("")), false);
    }

    public Setting<T> shared() {
        return new Setting<>(key, byDefault, codec, true);
    }

    public Setting<T> of(Conference conference) {
        return new Setting<>(key.replace(CONFERENCE, conference.slug().toLowerCase(Locale.ROOT)), byDefault, codec,
                shareable);
    }

    boolean ofConference() {
        return key.contains(CONFERENCE);
    }

    Optional<T> read(String text) {
        return codec.read().apply(text);
    }

    /** Empty for the default, which is not stored. */
    Optional<String> write(T value) {
        return value.equals(byDefault) ? Optional.empty() : Optional.of(codec.write().apply(value));
    }

    private static Codec<String> line(Predicate<String> valid) {
        return new Codec<>(text -> Optional.of(text).filter(Setting::isLine).filter(valid), text -> text);
    }

    private static boolean isLine(String text) {
        return text.length() <= LONGEST_TEXT && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static <E extends Enum<E>> Codec<E> names(Class<E> type) {
        return new Codec<>(text -> Stream.of(type.getEnumConstants()).filter(value -> value.name().equals(text))
                .findFirst(), Enum::name);
    }

    private static Optional<Integer> parse(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }
}
