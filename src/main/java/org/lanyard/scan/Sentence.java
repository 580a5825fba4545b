package org.lanyard.scan;

import static java.util.stream.Collectors.joining;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for people, or a part of one, before it is said in anybody's language: which of the bundle's it is, and what
 * it speaks of. What no bundle has is said as it stands, as the words of another program.
 *
 * @param arguments texts put into it as they stand, or sentences, said in the same language
 */
public record Sentence(String key, List<Object> arguments) {

    public static final Sentence NONE = of("");

    private static final String BUNDLE = "org.lanyard.scan.sentences";
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    // Between the parts of a line; no text that a person wrote has it.
    private static final String SEPARATOR = "\u001F";

    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, Stream.of(arguments).map(each -> each instanceof Sentence ? each : String.valueOf(each))
                .toList());
    }

    public static Sentence ofOrderStatus(String status) {
        return of(switch (status) {
            case "paid" -> "paper.status.paid";
            case "pending" -> "paper.status.pending";
            case "partially_refunded" -> "paper.status.partially_refunded";
            case "refunded" -> "paper.status.refunded";
            case "cancelled" -> "paper.status.cancelled";
            case "withdrawn" -> "paper.status.withdrawn";
            default -> "paper.status.none";
        });
    }

    /** @param locale one of those shipped; any other is answered in English */
    public String in(Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(BUNDLE, locale, NO_OTHER_LANGUAGE);
        if (!words.containsKey(key)) {
            return key;
        }
        String pattern = words.getString(key);
        return arguments.isEmpty() ? pattern : new MessageFormat(pattern, locale).format(arguments.stream()
                .map(each -> each instanceof Sentence part ? part.in(locale) : each).toArray());
    }

    @Override
    public String toString() {
        return in(Locale.ROOT);
    }

    public String line() {
        return Stream.concat(Stream.of(key), arguments.stream()).map(Object::toString).collect(joining(SEPARATOR));
    }

    public static Sentence ofLine(@Nullable String line) {
        String[] parts = String.valueOf(line).split(SEPARATOR, -1);
        return new Sentence(parts[0], List.of((Object[]) Arrays.copyOfRange(parts, 1, parts.length)));
    }
}
