package org.lanyard.badge;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Made-up people and templates that the badge tests share. */
final class Badges {

    /** A name in each of sixteen scripts. */
    static final Map<String, String> NAMES = Map.ofEntries(Map.entry("Latin", "Zoë Ångström"),
            Map.entry("Greek", "Ελένη Παπαδοπούλου"), Map.entry("Cyrillic", "Наталья Ковальчук"),
            Map.entry("Armenian", "Անի Հակոբյան"), Map.entry("Hebrew", "נועה כהן"), Map.entry("Arabic", "محمد حسن"),
            Map.entry("Devanagari", "प्रिया शर्मा"), Map.entry("Bengali", "অনন্যা সেন"), Map.entry("Tamil", "கவிதா ராமன்"),
            Map.entry("Thai", "ราชาธิราช สุขสวัสดิ์"), Map.entry("Georgian", "ნინო ბერიძე"),
            Map.entry("Ethiopic", "ሰላም ተስፋዬ"),
            Map.entry("Han", "王小明"), Map.entry("Kana", "やまだ はなこ"), Map.entry("Hangul", "김민준"),
            Map.entry("Khmer", "សុខា ចាន់"));
    static final String LONGEST =
            "Maria Wilhelmina Aleksandra von und zu Hohenlohe-Waldenburg-Schillingsfürst y Fernández de Córdoba";
    static final String PAYLOAD = "pycon-us-2027:A3K9M2X1";

    private Badges() {}

    static BadgeContent named(String name) {
        return new BadgeContent(name, name.split(" ")[0], "Röda Korset", "Conference pass – Regular", "PyCon US 2027",
                "A3K9M2X1",
                PAYLOAD, new Color(0x1E6FD9), Map.of("Pronouns", "they/them"));
    }

    static BadgeContent coded(String code) {
        return new BadgeContent("Li", "Li", "", "Individual", "PyCon US 2027", code, code, Color.BLACK, Map.of());
    }

    static BadgeTemplate template(String inside) {
        return BadgeTemplate.parse(svg(inside));
    }

    static byte[] svg(String inside) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='100mm'"
                + " height='50mm' viewBox='0 0 200 100'>" + inside + "</svg>").getBytes(StandardCharsets.UTF_8);
    }

    static List<Ink.Outline> outlines(Badge badge) {
        return badge.inks().stream().filter(Ink.Outline.class::isInstance).map(Ink.Outline.class::cast).toList();
    }
}
