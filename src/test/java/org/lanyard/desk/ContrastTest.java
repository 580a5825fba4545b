package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written can be read: the contrast of the Web Content Accessibility Guidelines, from the style sheets themselves. */
class ContrastTest {

    private static final Pattern NAMED =
            Pattern.compile("(-(?:lanyard|look)-[a-z-]+):\\s*(#[0-9A-Fa-f]{6}|-lanyard-[a-z-]+)");
    private static final Pattern LOOK = Pattern.compile("\\.look-([a-z-]+)(?:, \\.look-[a-z]+)? \\{([^}]*)}");
    private static final double LARGE = 7;
    private static final double PLAIN = 4.5;

    private static String sheet(String name) {
        try (InputStream in = Objects.requireNonNull(ContrastTest.class.getResourceAsStream(name + ".css"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> colours(String theme) {
        Map<String, String> colours = new HashMap<>();
        NAMED.matcher(sheet("desk").split("}")[0]).results().forEach(hit -> colours.put(hit.group(1), hit.group(2)));
        NAMED.matcher(sheet(theme)).results().forEach(hit -> colours.put(hit.group(1), hit.group(2)));
        return colours;
    }

    private static Color colour(Map<String, String> colours, String value) {
        return value.startsWith("#") ? Color.web(value)
                : colour(colours, Objects.requireNonNull(colours.get(value), value));
    }

    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double share) {
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static String declared(String rule, String property) {
        Matcher found = Pattern.compile("(?<![\\w-])" + property + ":\\s*([^;]+);").matcher(rule);
        assertThat(found.find()).as(property + " in " + rule).isTrue();
        return found.group(1).strip();
    }

    /** Case 21: white on orange at 1.95 to 1. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyKindsTextOnItsFillAndItsChipsIsAtLeastSevenToOne(String theme) {
        Map<String, String> colours = colours(theme);
        Matcher rules = LOOK.matcher(sheet("verdict/verdict"));
        Map<String, String> kinds = new HashMap<>();
        while (rules.find()) {
            if (rules.group(2).contains("-look-text")) {
                kinds.put(rules.group(1), rules.group(2));
            }
        }
        assertThat(kinds).containsKeys("go", "go-again", "ask", "again", "stop", "fault", "idle");
        kinds.forEach((kind, rule) -> {
            Color text = colour(colours, declared(rule, "-look-text"));
            assertThat(contrast(text, colour(colours, declared(rule, "-fx-background-color")))).as(kind)
                    .isGreaterThanOrEqualTo(LARGE);
            if (rule.contains("-look-chip")) {
                assertThat(contrast(text, colour(colours, declared(rule, "-look-chip")))).as(kind + "'s chips")
                        .isGreaterThanOrEqualTo(LARGE);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void ordinaryTextIsAtLeastSevenToOneAndAllElseFourAndAHalf(String theme) {
        Map<String, String> colours = colours(theme);
        for (String ground : List.of("-lanyard-ground", "-lanyard-surface", "-lanyard-chosen")) {
            Color under = colour(colours, ground);
            assertThat(contrast(colour(colours, "-lanyard-text"), under)).as("text on " + ground)
                    .isGreaterThanOrEqualTo(LARGE);
            for (String ink : List.of("-lanyard-quiet", "-lanyard-accent", "-lanyard-good", "-lanyard-problem")) {
                assertThat(contrast(colour(colours, ink), under)).as(ink + " on " + ground).isGreaterThanOrEqualTo(PLAIN);
            }
        }
        assertThat(contrast(colour(colours, "-lanyard-on-accent"), colour(colours, "-lanyard-accent")))
                .isGreaterThanOrEqualTo(PLAIN);
    }

    /** The rule that fills a kind is told from its neighbours, also beside those who do not tell red from green. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void whatLetsInIsBrightAndWhatStopsIsDark(String theme) {
        Map<String, String> colours = colours(theme);
        for (String go : List.of("-lanyard-go", "-lanyard-go-again", "-lanyard-ask")) {
            assertThat(contrast(colour(colours, go), colour(colours, "-lanyard-stop"))).as(go)
                    .isGreaterThanOrEqualTo(PLAIN);
        }
    }
}
