package org.lanyard.desk.setup;

import java.util.function.Consumer;

public interface WindowActions {

    void startKiosk();

    void showMirror(boolean open);

    void startPractice(Consumer<String> failed);

    void showPerson(String code);

    void checkIn(String code);
}
