package org.lanyard.desk.shell;

import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.lanyard.desk.Words;
import org.lanyard.desk.kiosk.KioskModel;
import org.lanyard.desk.scan.ScanModel;
import org.lanyard.desk.signin.SignInModel;
import org.lanyard.desk.wand.End;
import org.lanyard.desk.wand.Scanned;
import org.lanyard.desk.wand.Wand;
import org.lanyard.desk.wand.WandListener;
import org.lanyard.scan.Source;

final class ScanRouter implements WandListener {

    private final ShellModel shell;
    private final ScanModel scan;
    private final KioskModel kiosk;
    private final SignInModel signIn;
    private final Wand wand;
    private final Predicate<String> awaited;
    private final Words words;

    ScanRouter(ShellModel shell, ScanModel scan, KioskModel kiosk, SignInModel signIn, Wand wand, Predicate<String> awaited,
            Words words) {
        this.shell = shell;
        this.scan = scan;
        this.kiosk = kiosk;
        this.signIn = signIn;
        this.wand = wand;
        this.awaited = awaited;
        this.words = words;
    }

    @Override
    public void scanned(Scanned scanned) {
        shell.active();
        switch (shell.frame()) {
            case FIRST -> wand.arrived(scanned);
            case SIGN_IN -> signIn.scanned(scan.scan(wand.repaired(scanned), Source.WAND));
            case KIOSK -> kiosk.scanned(wand.repaired(scanned), Source.WAND);
            case BOUND -> scan.scanned(wand.repaired(scanned), Source.WAND);
            case DESK -> {
                if (checking()) {
                    wand.arrived(scanned);
                } else if (!taken(wand.repaired(scanned))) {
                    shell.show(Screen.SCAN);
                    scan.scanned(wand.repaired(scanned), Source.WAND);
                }
            }
        }
    }

    // On the scan screen slow keys stand in the field for codes: where something ended them, they are a code too.
    @Override
    public void tooSlow(Scanned run) {
        boolean inCodeField = shell.frame() == Frame.DESK && shell.screenProperty().get() == Screen.SCAN
                && !shell.personProperty().get();
        if (checking() || shell.frame() == Frame.FIRST) {
            wand.arrived(run);
        } else if (inCodeField && run.end() != End.PAUSE) {
            scanned(run);
        } else {
            notTaken(scan::tooSlow, words.say("wand.too-slow"), words.say("wand.too-slow.hint", run.perKey().toMillis()));
        }
    }

    @Override
    public void keyHeld() {
        notTaken(scan::notTaken, words.say("wand.key-held"), words.say("wand.key-held.hint"));
    }

    private void notTaken(BiConsumer<String, String> onDesk, String title, String why) {
        switch (shell.frame()) {
            case FIRST, SIGN_IN -> {}
            case KIOSK -> kiosk.notTaken();
            case BOUND -> scan.notTaken(title, why);
            case DESK -> {
                shell.show(Screen.SCAN);
                onDesk.accept(title, why);
            }
        }
    }

    private boolean checking() {
        return shell.frame() == Frame.DESK && shell.screenProperty().get() == Screen.SETUP && wand.listens();
    }

    private boolean taken(String text) {
        return awaited.test(text);
    }

    void cameraRead(String text) {
        switch (shell.frame()) {
            case FIRST -> {}
            case SIGN_IN -> signIn.scanned(scan.scan(text, Source.CAMERA));
            case KIOSK -> kiosk.scanned(text, Source.CAMERA);
            case BOUND -> scan.scanned(text, Source.CAMERA);
            case DESK -> {
                if (!taken(text) && shell.screenProperty().get() != Screen.SETUP) {
                    scan.scanned(text, Source.CAMERA);
                }
            }
        }
    }
}
