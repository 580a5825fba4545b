package org.lanyard.desk.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lanyard.desk.setup.Appearance;
import org.lanyard.venue.TextSize;
import org.lanyard.venue.Theme;

record Look(ShellModel shell) implements Appearance {

    @Override
    public boolean dark() {
        return shell.theme() == Theme.DARK;
    }

    @Override
    public void dark(boolean chosen) {
        shell.theme(chosen ? Theme.DARK : Theme.LIGHT);
    }

    @Override
    public List<Integer> textSizes() {
        return Arrays.stream(TextSize.values()).map(TextSize::percent).toList();
    }

    @Override
    public int textSize() {
        return shell.textSize().percent();
    }

    @Override
    public void textSize(int percent) {
        Arrays.stream(TextSize.values()).filter(size -> size.percent() == percent).forEach(shell::textSize);
    }

    @Override
    public void language(Locale chosen) {
        shell.language(chosen);
    }
}
