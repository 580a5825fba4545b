package org.lanyard.badge;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** A label of a template's size with a frame and rulers in millimetres along two sides, to hold a real ruler against. */
public final class TestPrint {

    private static final int LONG = 10;
    private static final int MIDDLE = 5;

    private TestPrint() {}

    public static Badge of(BadgeTemplate size, String title) {
        double width = size.width();
        double height = size.height();
        StringBuilder lines = new StringBuilder();
        for (int mm = 1; mm < width - 1; mm++) {
            lines.append(String.format(Locale.ROOT, "M%d 1V%.1f", mm, 1 + tick(mm)));
        }
        for (int mm = 1; mm < height - 1; mm++) {
            lines.append(String.format(Locale.ROOT, "M1 %dH%.1f", mm, 1 + tick(mm)));
        }
        String svg = String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$.3fmm" height="%2$.3fmm" viewBox="0 0 %1$.3f %2$.3f">
                  <g fill="none" stroke="#000000" stroke-width="0.2">
                    <rect x="1" y="1" width="%3$.3f" height="%4$.3f"/><path d="%5$s"/>
                  </g>
                  <rect id="name-box" x="8" y="%6$.3f" width="%7$.3f" height="%8$.3f" font-family="sans-serif"/>
                  <rect id="company-box" x="8" y="%9$.3f" width="%7$.3f" height="%10$.3f" font-family="sans-serif"/>
                </svg>
                """, width, height, width - 2, height - 2, lines, height * 0.3, width - 16, height * 0.25, height * 0.6,
                height * 0.15);
        String measure = String.format(Locale.ROOT, "%.0f × %.0f mm", width, height);
        return BadgeTemplate.parse(svg.getBytes(StandardCharsets.UTF_8)).fill(
                new BadgeContent(title, title, measure, "", "", "", "", Color.BLACK, Map.of()));
    }

    private static double tick(int mm) {
        if (mm % LONG == 0) {
            return 4;
        }
        return mm % MIDDLE == 0 ? 2.5 : 1.5;
    }
}
