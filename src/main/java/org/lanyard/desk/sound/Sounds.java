package org.lanyard.desk.sound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.FloatControl;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.lanyard.Station;
import org.lanyard.scan.Verdict;
import org.lanyard.venue.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sound for each kind of verdict. Played in the background, so that nothing waits for it; silent where there is no sound device. */
public final class Sounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sounds.class);
    private static final Map<Verdict.Kind, String> FILES = Map.of(Verdict.Kind.GO, "go.wav", Verdict.Kind.GO_AGAIN,
            "again.wav", Verdict.Kind.ASK, "ask.wav", Verdict.Kind.UNREACHABLE, "unreachable.wav", Verdict.Kind.STOP,
            "stop.wav");

    private final Station station;
    private static final String LEAVING = "out.wav";
    private final Map<String, Clip> clips = new HashMap<>();
    private final AtomicBoolean deviceLacks = new AtomicBoolean();
    private volatile int volume;

    public Sounds(Station station) {
        this.station = station;
        this.volume = station.settings().get(Settings.VOLUME);
    }

    /** In percent; 0 is silent. */
    public int volume() {
        return volume;
    }

    public void volume(int percent) {
        volume = percent;
        station.settings().set(Settings.VOLUME, percent);
    }

    /** From any thread; at once, also while another sounds. */
    public void play(Verdict.Kind kind) {
        if (FILES.containsKey(kind)) {
            play(Objects.requireNonNull(FILES.get(kind)));
        }
    }

    /** As {@link #play(Verdict.Kind)}, but two falling tones for whoever leaves, as an entry is two rising ones. */
    public void play(Verdict verdict) {
        if (verdict instanceof Verdict.CheckedOut) {
            play(LEAVING);
        } else {
            play(nothingToChoose(verdict) ? Verdict.Kind.GO_AGAIN : verdict.kind());
        }
    }

    private static boolean nothingToChoose(Verdict verdict) {
        return verdict instanceof Verdict.ChoosePeople group && !group.people().isEmpty()
                && group.people().stream().allMatch(member -> member.state() == Verdict.Member.State.IN);
    }

    private void play(String file) {
        if (volume > 0 && !deviceLacks.get()) {
            station.background().execute(() -> sound(file));
        }
    }

    private synchronized void sound(String file) {
        try {
            Clip clip = clips.get(file);
            if (clip == null) {
                clip = opened(file);
                clips.put(file, clip);
            }
            loudness(clip);
            clip.stop();
            clip.setFramePosition(0);
            clip.start();
        } catch (LineUnavailableException | IllegalArgumentException noDevice) {
            deviceLacks.set(true);
            LOG.info("there is no sound device: {}", noDevice.getMessage());
        }
    }

    private void loudness(Clip clip) {
        if (clip.isControlSupported(FloatControl.Type.MASTER_GAIN)) {
            FloatControl gain = (FloatControl) clip.getControl(FloatControl.Type.MASTER_GAIN);
            gain.setValue((float) Math.clamp(20 * Math.log10(volume / 100.0), gain.getMinimum(), gain.getMaximum()));
        }
    }

    private static Clip opened(String file) throws LineUnavailableException {
        try (InputStream in = Objects.requireNonNull(Sounds.class.getResourceAsStream(file), file);
                AudioInputStream audio = AudioSystem.getAudioInputStream(new BufferedInputStream(in))) {
            Clip clip = AudioSystem.getClip();
            clip.open(audio);
            return clip;
        } catch (IOException | UnsupportedAudioFileException broken) {
            throw new IllegalStateException("the program's own sound " + file + " is broken", broken);
        }
    }

    @Override
    public synchronized void close() {
        clips.values().forEach(Clip::close);
        clips.clear();
    }
}
