package org.lanyard.reader;

import java.util.Random;
import org.lanyard.reader.frame.GreyFrame;

/** What light a ticket under given conditions sends to each pixel, and what the sensor makes of it. */
final class Scene {

    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    /** Points of light a pixel's side; a pixel's sensitive part is smaller than its pitch. */
    private static final int POINTS = 4;
    private static final double SENSITIVE = 0.5;
    private static final double QUIET = 4;

    private final Ticket ticket;
    private final Conditions seen;
    private final Random random;
    private final Surface surface;
    private final double centreX;
    private final double centreY;
    private final Damage damage;
    private final Glare glare;
    private final Clutter clutter;
    private final double falloffTowards;
    private final double pitch;

    Scene(Ticket ticket, Conditions seen, Random random) {
        this.ticket = ticket;
        this.seen = seen;
        this.random = random;
        this.centreX = random.nextGaussian() * 80;
        this.centreY = random.nextGaussian() * 12;
        this.surface = new Surface(seen, ticket.size(), centreX, centreY);
        this.damage = new Damage(seen.cracks, ticket.size(), random);
        double side = ticket.size() * seen.pixelsPerModule;
        this.glare = new Glare(seen.glares, centreX, centreY, side, random);
        this.clutter = new Clutter(random);
        this.falloffTowards = random.nextDouble() * 2 * Math.PI;
        // a phone's pixels, about as far apart as the camera's
        this.pitch = (0.88 + 0.24 * random.nextDouble()) / seen.pixelsPerModule;
    }

    GreyFrame frame() {
        float[] light = new float[WIDTH * HEIGHT];
        double[] at = new double[2];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                light[y * WIDTH + x] = pixel(x - WIDTH / 2.0, y - HEIGHT / 2.0, at);
            }
        }
        light = Blur.disc(light, WIDTH, HEIGHT, seen.defocus * seen.pixelsPerModule);
        if (seen.motion > 0) {
            light = Blur.line(light, WIDTH, HEIGHT, seen.motion * seen.pixelsPerModule, seen.motionTowards);
        }
        return sensed(light);
    }

    private float pixel(double x, double y, double[] at) {
        float sum = 0;
        for (int i = 0; i < POINTS * POINTS; i++) {
            double px = x + 0.5 + SENSITIVE * ((i % POINTS + 0.5) / POINTS - 0.5);
            double py = y + 0.5 + SENSITIVE * ((i / POINTS + 0.5) / POINTS - 0.5);
            sum += (float) (surface.meets(px, py, at) && onTicket(at) ? paper(at[0], at[1]) * lit(px, py)
                    : seen.light * clutter.at(px, py));
            if (onlyClutter(at)) {
                return sum + glare.at(x, y);
            }
        }
        return sum / (POINTS * POINTS) + glare.at(x, y);
    }

    private boolean onTicket(double[] at) {
        double edge = ticket.size() / 2.0 + QUIET;
        return Math.abs(at[0]) < edge && Math.abs(at[1]) < edge;
    }

    /** Far off the ticket one point a pixel is enough. */
    private boolean onlyClutter(double[] at) {
        double edge = ticket.size() / 2.0 + QUIET + 2;
        return Math.abs(at[0]) > edge || Math.abs(at[1]) > edge;
    }

    private double paper(double fromMiddleU, double fromMiddleV) {
        double u = fromMiddleU + ticket.size() / 2.0;
        double v = fromMiddleV + ticket.size() / 2.0;
        boolean dark = ticket.darkAt(u, v) != seen.inverted;
        double light = seen.light * damage.at(u, v, dark ? seen.ink : 1, seen.ink);
        return seen.moire == 0 ? light : light * screen(fromMiddleU) * screen(fromMiddleV);
    }

    /** A screen's pixels with the gaps between them, which a camera's pixels beat against. */
    private double screen(double along) {
        return 1 + seen.moire * Math.cos(2 * Math.PI * along / pitch);
    }

    private double lit(double x, double y) {
        double side = ticket.size() * seen.pixelsPerModule;
        double along = ((x - centreX) * Math.cos(falloffTowards) + (y - centreY) * Math.sin(falloffTowards)) / side;
        return 1 - seen.falloff * Math.clamp(along + 0.5, 0, 1);
    }

    private GreyFrame sensed(float[] light) {
        byte[] pixels = new byte[light.length];
        for (int i = 0; i < pixels.length; i++) {
            // photons come unevenly: brighter is noisier
            double noise = seen.noise * (0.6 + 0.4 * Math.sqrt(Math.max(0, light[i]) / seen.light));
            pixels[i] = (byte) Math.clamp(Math.round(light[i] + random.nextGaussian() * noise), 0, 255);
        }
        return new GreyFrame(pixels, WIDTH, HEIGHT);
    }
}
