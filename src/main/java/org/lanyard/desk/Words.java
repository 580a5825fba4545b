package org.lanyard.desk;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.lanyard.scan.Wording;

/** The desk's own sentences and those of the verdicts, in one language. */
public final class Words {

    private final Locale locale;
    private final ResourceBundle bundle;
    private final Wording verdicts;

    public Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("org.lanyard.desk.desk", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.verdicts = new Wording(locale);
    }

    /** For FXML. */
    public ResourceBundle bundle() {
        return bundle;
    }

    public Wording verdicts() {
        return verdicts;
    }

    public Locale locale() {
        return locale;
    }

    public String say(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }
}
