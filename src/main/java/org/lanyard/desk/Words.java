package org.lanyard.desk;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;
import org.lanyard.scan.Sentence;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Wording;

/** The desk's own words, the verdicts' and the refusals', in the language spoken now. On the FX thread. */
public final class Words {

    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH,
            Locale.of("es"), Locale.JAPANESE);

    private static final int REMEMBERED = 64;

    private final Map<String, Sentence> said = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sentence> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final ReadOnlyObjectWrapper<Locale> locale = new ReadOnlyObjectWrapper<>();
    private ResourceBundle bundle;
    private Wording verdicts;

    public Words(Locale locale) {
        speak(locale);
    }

    public void speak(Locale chosen) {
        bundle = ResourceBundle.getBundle("org.lanyard.desk.desk", chosen,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        verdicts = new Wording(chosen);
        locale.set(chosen);
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    public Wording verdicts() {
        return verdicts;
    }

    public Locale locale() {
        return locale.get();
    }

    public ReadOnlyObjectProperty<Locale> localeProperty() {
        return locale.getReadOnlyProperty();
    }

    /** @param arguments texts among them are cut to what a screen can show */
    public String say(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale()).format(Arrays.stream(arguments)
                .map(each -> each instanceof String text ? ShownText.line(text) : each).toArray());
    }

    /** @param what as the journal has it; a word that this version does not know stays as it is */
    public String correction(String what) {
        String key = "correction." + what;
        return bundle.containsKey(key) ? bundle.getString(key) : what;
    }

    public String time(Instant at, Conference conference) {
        return DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(conference.zone()));
    }

    public String moment(Instant at, Conference conference) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale())
                .format(at.atZone(conference.zone()));
    }

    public String mode(Mode mode) {
        return switch (mode) {
            case Mode.CheckIn() -> say("mode.check-in");
            case Mode.Door(Product product) -> say("mode.door", product.name());
            case Mode.Redeem(Product addon) -> say("mode.redeem", addon.name());
            case Mode.Choose() -> say("mode.choose");
            case Mode.Exit(var door) -> door.map(product -> say("mode.exit.door", product.name()))
                    .orElseGet(() -> say("mode.exit"));
        };
    }

    public String say(Sentence sentence) {
        String text = ShownText.text(sentence.in(locale()));
        said.put(text, sentence);
        return text;
    }

    /** The sentence that this text is, where it was said lately. */
    public Optional<Sentence> sentence(String text) {
        return Optional.ofNullable(said.get(text));
    }

    public String why(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotPossible refused) {
                return say(refused.sentence());
            }
        }
        return say(StationFault.of(failure).sentence());
    }
}
