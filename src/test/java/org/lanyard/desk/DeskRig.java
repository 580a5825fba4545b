package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.lanyard.Rig;
import org.lanyard.desk.shell.Shell;
import org.lanyard.scan.Mode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A real window over a real station, headless, and hands and a wand to use it with. */
final class DeskRig implements AutoCloseable {

    static final String[] ROSTER = {
        "access_code,name,ticket_type,order_reference,order_status,items,attention",
        "AAAA1111,Ada Lovelace,Individual,O1,paid,lunch:2; tshirt-m,",
        "BBBB2222,Bob Müller,Individual,O2,pending,,",
        "1CCC3333,Cyd Anna Schmidt,Individual,O3,paid,,",
        "DDDD4444,Dee Wu,Speaker,O4,paid,,Hand over the green lanyard"};

    private static final int PATIENCE_SECONDS = 10;

    final Rig rig;
    private final FxRobot robot = new FxRobot();
    private final Stage stage;

    /** On the FX thread, in a test's start method. */
    DeskRig(Path folder, Stage stage) {
        this.rig = Rig.in(folder);
        this.stage = stage;
        rig.csv(ROSTER);
        new Shell(new Workplace(rig.station(), rig.post(new Mode.CheckIn())), Opening.STRAIGHT, new Words(Locale.ENGLISH),
                () -> { }).show(stage);
    }

    /** A wand's keys, without a pause between them, ended by Enter. */
    DeskRig wand(String text) {
        robot.interact(() -> {
            text.chars().forEach(c -> strike(KeyCode.getKeyCode(String.valueOf((char) c).toUpperCase(Locale.ROOT)),
                    String.valueOf((char) c)));
            strike(KeyCode.ENTER, "\r");
        });
        return this;
    }

    /** A wand that sends nothing after the code. */
    DeskRig wandWithoutEnd(String text) {
        robot.interact(() -> text.chars().forEach(c -> strike(KeyCode.getKeyCode(String.valueOf((char) c)),
                String.valueOf((char) c))));
        return this;
    }

    /** A person's key; each is waited for until a wand's would be over. */
    DeskRig hand(String text) throws TimeoutException {
        for (char c : text.toCharArray()) {
            press(KeyCode.getKeyCode(String.valueOf(c).toUpperCase(Locale.ROOT)), String.valueOf(c));
        }
        return this;
    }

    /** A key struck alone: with silence before and after. */
    DeskRig press(KeyCode key, String character) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, quiet());
        robot.interact(() -> strike(key, character));
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, quiet());
        return this;
    }

    /** True once a quarter of a second of real time has gone by since it was made. */
    private static Callable<Boolean> quiet() {
        long start = System.nanoTime();
        return () -> System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(300);
    }

    private static void strike(KeyCode code, String character) {
        Window window = Window.getWindows().stream().filter(Window::isFocused).findFirst()
                .orElse(Window.getWindows().getLast());
        Scene scene = window.getScene();
        Node focus = scene.getFocusOwner();
        javafx.event.EventTarget target = focus == null ? scene : focus;
        KeyCode key = code == null ? KeyCode.UNDEFINED : code;
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false,
                false));
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, false, false, false));
    }

    /** Waits until the scan screen says this under this name. */
    DeskRig sees(String headline, String title) throws TimeoutException {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                    () -> text(".headline").equals(headline) && text(".title").equals(title));
        } catch (TimeoutException late) {
            assertThat(text(".headline") + ": " + text(".title")).isEqualTo(headline + ": " + title);
        }
        return this;
    }

    String text(String style) {
        return ((Label) stage.getScene().lookup(style)).getText();
    }

    FxRobot robot() {
        return robot;
    }

    Scene scene() {
        return stage.getScene();
    }

    @Override
    public void close() {
        robot.interact(stage::hide);
        rig.close();
    }
}
