package org.lanyard.badge;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A template's backgrounds as pixels, kept while there is room for them: to draw one takes longer than all that is filled in. */
final class DrawnBackgrounds {

    private final Map<Wanted, SoftReference<BufferedImage>> drawn = new ConcurrentHashMap<>();

    private record Wanted(Look look, int dpi) {}

    BufferedImage copy(BadgeTemplate template, Look look, int dpi) {
        BufferedImage background = of(template, look, dpi);
        BufferedImage copy = empty(background.getWidth(), background.getHeight());
        int[] pixels = pixels(background);
        System.arraycopy(pixels, 0, pixels(copy), 0, pixels.length);
        return copy;
    }

    private BufferedImage of(BadgeTemplate template, Look look, int dpi) {
        Wanted wanted = new Wanted(look, dpi);
        SoftReference<BufferedImage> known = drawn.get(wanted);
        BufferedImage kept = known == null ? null : known.get();
        if (kept != null) {
            return kept;
        }
        BufferedImage image = draw(template, look, dpi);
        drawn.put(wanted, new SoftReference<>(image));
        return image;
    }

    private static BufferedImage draw(BadgeTemplate template, Look look, int dpi) {
        double scale = BadgeImage.dots(dpi);
        BufferedImage image = empty((int) Math.round(template.width() * scale), (int) Math.round(template.height() * scale));
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
        new Background(template, look).draw(graphics);
        graphics.dispose();
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private static BufferedImage empty(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }
}
