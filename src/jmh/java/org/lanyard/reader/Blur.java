package org.lanyard.reader;

/** What a lens out of focus and a moving hand do to light. */
final class Blur {

    private Blur() {}

    /** Each point spread over a disc, as an open aperture does. */
    static float[] disc(float[] light, int width, int height, double radius) {
        int reach = (int) Math.ceil(radius);
        float[] result = new float[light.length];
        float all = 0;
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                // the edge of the disc covers a part of a pixel
                float weight = (float) Math.clamp(radius + 0.5 - Math.hypot(dx, dy), 0, 1);
                all += weight;
                add(light, result, width, height, dx, dy, weight);
            }
        }
        for (int i = 0; i < result.length; i++) {
            result[i] /= all;
        }
        return result;
    }

    private static void add(float[] light, float[] into, int width, int height, int dx, int dy, float weight) {
        for (int y = 0; y < height && weight > 0; y++) {
            int from = Math.clamp(y + dy, 0, height - 1) * width;
            for (int x = 0; x < width; x++) {
                into[y * width + x] += weight * light[from + Math.clamp(x + dx, 0, width - 1)];
            }
        }
    }

    /** Each point drawn out to a line, as a steady movement during the exposure does. */
    static float[] line(float[] light, int width, int height, double length, double towards) {
        int steps = (int) Math.ceil(length * 2) + 1;
        float[] result = new float[light.length];
        for (int i = 0; i < steps; i++) {
            double along = length * ((i + 0.5) / steps - 0.5);
            addBetween(light, result, width, height, along * Math.cos(towards), along * Math.sin(towards), 1f / steps);
        }
        return result;
    }

    private static void addBetween(float[] light, float[] into, int width, int height, double dx, double dy, float all) {
        int x0 = (int) Math.floor(dx);
        int y0 = (int) Math.floor(dy);
        float right = (float) (dx - x0);
        float down = (float) (dy - y0);
        add(light, into, width, height, x0, y0, all * (1 - right) * (1 - down));
        add(light, into, width, height, x0 + 1, y0, all * right * (1 - down));
        add(light, into, width, height, x0, y0 + 1, all * (1 - right) * down);
        add(light, into, width, height, x0 + 1, y0 + 1, all * right * down);
    }
}
