package org.lanyard.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.Code;
import org.lanyard.reader.frame.GreyFrame;
import org.lanyard.reader.frame.Middle;
import org.lanyard.reader.frame.Sighting;
import org.lanyard.reader.frame.Sighting.Corner;
import org.lanyard.reader.qr.Goal;
import org.lanyard.reader.qr.PrintedCode;

/** The badge held in the middle counts, and a neighbour's does not. */
@Execution(ExecutionMode.CONCURRENT)
class AimTest {

    private static final long SEED = 20270517;
    private static final int SEQUENCES = 6;
    private static final int SLOW_SEQUENCES = 24;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    /** Holds the badge that comes into focus. */
    private static final int PATCH = 420;
    private static final long FRAME = TimeUnit.MILLISECONDS.toNanos(33);
    private static final double MIDDLE_X = WIDTH / 2.0;
    private static final double MIDDLE_Y = HEIGHT / 2.0;

    private final Aim aim = new Aim();
    private long now;

    private static Sighting code(String text, double fromMiddle) {
        double x = MIDDLE_X + fromMiddle;
        return new Sighting(Code.qr(text), List.of(new Corner(x - 50, MIDDLE_Y - 50), new Corner(x + 50, MIDDLE_Y - 50),
                new Corner(x + 50, MIDDLE_Y + 50), new Corner(x - 50, MIDDLE_Y + 50)));
    }

    private Aim.Decision frame(View view) {
        now += FRAME;
        return aim.look(view, now);
    }

    private Aim.Decision frame(Sighting... codes) {
        return frame(new View(new Middle(WIDTH, HEIGHT), List.of(codes), List.of(), 5));
    }

    private static Optional<String> text(Aim.Decision decision) {
        return decision.counted().map(seen -> seen.code().text());
    }

    @Test
    void aSingleBadgeCountsOneFrameLaterAlsoIfItIsReadOnce() {
        assertThat(text(frame(code("ADA", 20)))).isEmpty();
        assertThat(text(frame(code("ADA", 20)))).contains("ADA");
        assertThat(text(frame(code("ADA", 20)))).contains("ADA");
        now += TimeUnit.SECONDS.toNanos(1);
        assertThat(text(frame(code("BOB", 20)))).isEmpty();
        assertThat(text(frame())).contains("BOB");
        assertThat(text(frame())).isEmpty();
    }

    @Test
    void twoThatTakeTurnsAreSaidToBeTwo() {
        assertThat(frame(code("ADA", 20))).extracting(Aim.Decision::hint).isEqualTo(Aim.Hint.NONE);
        for (int turn = 0; turn < 10; turn++) {
            Aim.Decision decision = frame(code(turn % 2 == 0 ? "BOB" : "ADA", 30));
            assertThat(decision.hint()).isEqualTo(Aim.Hint.TWO);
            assertThat(decision.counted()).isEmpty();
        }
    }

    @Test
    void twoThatAreEquallyNearAreSaidToBeTwo() {
        assertThat(frame(code("ADA", -120), code("BOB", 130)).hint()).isEqualTo(Aim.Hint.TWO);
        assertThat(text(frame())).isEmpty();
    }

    @Test
    void outsideTheMiddleHalfASecondAloneIsWanted() {
        for (int frame = 0; frame < 15; frame++) {
            Aim.Decision decision = frame(code("BOB", 400));
            assertThat(decision.counted()).isEmpty();
            assertThat(decision.hint()).isEqualTo(Aim.Hint.MIDDLE);
        }
        frame(code("BOB", 400));
        assertThat(text(frame(code("BOB", 400)))).contains("BOB");
    }

    @Test
    void anUnreadSymbolNearerToTheMiddleHoldsTheOthersUp() {
        View view = new View(new Middle(WIDTH, HEIGHT), List.of(code("BOB", 400)), List.of(new Corner(600, 350)), 5);
        for (int frame = 0; frame < 60; frame++) {
            assertThat(frame(view).counted()).isEmpty();
        }
    }

    @Test
    void whatComesIntoFocusInTheMiddleHoldsTheOthersUp() {
        for (int frame = 0; frame < 60; frame++) {
            View view = new View(new Middle(WIDTH, HEIGHT), List.of(code("BOB", 400)), List.of(), 5 + 0.1 * frame);
            assertThat(frame(view).counted()).isEmpty();
        }
    }

    /** A badge in the middle comes into focus within one to one and a half seconds, another one is sharp all the time. */
    @Test
    void inLiveSequencesTheNeighbourIsNeverTold() {
        run(SEQUENCES);
    }

    @Test
    @Tag("slow")
    void inManyLiveSequencesTheNeighbourIsNeverTold() {
        run(SLOW_SEQUENCES);
    }

    private static void run(int sequences) {
        System.out.println("AimTest's seed is " + SEED + ".");
        Random random = new Random(SEED);
        Map<Integer, List<String>> told = new LinkedHashMap<>();
        for (int sequence = 0; sequence < sequences; sequence++) {
            told.put(sequence, sequence(random));
        }
        assertThat(told.values()).as("%s", told).allSatisfy(texts -> assertThat(texts).containsOnly("MIDDLE01"));
    }

    private static List<String> sequence(Random random) {
        CodeReader reader = new CodeReader();
        Aim aim = new Aim();
        List<String> told = new ArrayList<>();
        int frames = 30 + random.nextInt(15);
        double blur = 6 + 6 * random.nextDouble();
        GreyFrame background = background(random);
        GreyFrame own = pasted(patch(background), drawn("MIDDLE01", 5 + 2 * random.nextDouble()), PATCH / 2, PATCH / 2);
        GreyFrame other = drawn("ASIDE001", 4 + 3 * random.nextDouble());
        int x = WIDTH / 2 + (int) (40 * random.nextGaussian());
        int away = (300 + random.nextInt(220)) * (random.nextBoolean() ? 1 : -1);
        int y = HEIGHT / 2 + random.nextInt(80) - 40;
        for (int frame = 0; frame < frames + 10; frame++) {
            double sigma = Math.max(0, blur * (1 - frame / (double) frames));
            GreyFrame seen = pasted(pasted(background, blurred(own, sigma), x, HEIGHT / 2), other, x + away, y);
            noise(seen, random);
            View view = reader.look(seen, Symbologies.QR, Goal.CENTRAL, Budget.ofMillis(60));
            aim.look(view, frame * FRAME).counted().ifPresent(code -> told.add(code.code().text()));
        }
        return told;
    }

    private static GreyFrame drawn(String text, double module) {
        return PrintedCode.of(text, ErrorCorrectionLevel.M).drawn(module, PrintedCode.flat(module));
    }

    private static GreyFrame background(Random random) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        int tilt = 1 + random.nextInt(5);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (60 + (i % WIDTH + tilt * (i / WIDTH)) / 40 % 60);
        }
        return new GreyFrame(pixels, WIDTH, HEIGHT);
    }

    private static GreyFrame pasted(GreyFrame onto, GreyFrame what, int x, int y) {
        byte[] pixels = onto.pixels().clone();
        int left = x - what.width() / 2;
        int top = y - what.height() / 2;
        for (int row = Math.max(0, -top); row < Math.min(what.height(), onto.height() - top); row++) {
            for (int column = Math.max(0, -left); column < Math.min(what.width(), onto.width() - left); column++) {
                pixels[(top + row) * onto.width() + left + column] = what.pixels()[row * what.width() + column];
            }
        }
        return new GreyFrame(pixels, onto.width(), onto.height());
    }

    private static GreyFrame patch(GreyFrame background) {
        byte[] pixels = new byte[PATCH * PATCH];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = background.pixels()[(150 + i / PATCH) * WIDTH + 430 + i % PATCH];
        }
        return new GreyFrame(pixels, PATCH, PATCH);
    }

    private static void noise(GreyFrame frame, Random random) {
        for (int i = 0; i < frame.pixels().length; i++) {
            frame.pixels()[i] = (byte) Math.clamp((frame.pixels()[i] & 0xFF) + random.nextInt(-4, 5), 0, 255);
        }
    }

    /** Two box blurs, each along both axes: about a lens out of focus. */
    private static GreyFrame blurred(GreyFrame frame, double sigma) {
        int reach = (int) Math.round(sigma);
        byte[] pixels = frame.pixels().clone();
        for (int pass = 0; pass < 2 && reach > 0; pass++) {
            for (int row = 0; row < PATCH; row++) {
                box(pixels, row * PATCH, 1, PATCH, reach);
            }
            for (int column = 0; column < PATCH; column++) {
                box(pixels, column, PATCH, PATCH, reach);
            }
        }
        return new GreyFrame(pixels, PATCH, PATCH);
    }

    private static void box(byte[] pixels, int from, int step, int count, int reach) {
        int[] line = new int[count + 2 * reach + 1];
        Arrays.setAll(line, i -> pixels[from + step * Math.clamp(i - reach, 0, count - 1)] & 0xFF);
        int sum = Arrays.stream(line, 0, 2 * reach + 1).sum();
        for (int i = 0; i < count; i++) {
            pixels[from + step * i] = (byte) (sum / (2 * reach + 1));
            sum += line[i + 2 * reach + 1 < line.length ? i + 2 * reach + 1 : line.length - 1] - line[i];
        }
    }
}
