package org.lanyard.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lanyard.scan.PrivateFile;
import org.slf4j.LoggerFactory;

/** Sends the log to a few small files in the data folder, and never to the terminal. */
final class Logs {

    private static final int FILES = 3;
    private static final String LARGEST = "2MB";

    private Logs() {}

    /** Does nothing if the folder does not exist yet: the few lines of a first run are not kept. */
    static void into(Path folder, boolean debug) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(debug ? Level.DEBUG : Level.INFO);
        if (Files.isWritable(folder)) {
            root.addAppender(appender(context, folder.resolve("lanyard.log")));
        }
    }

    static void end() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path log) {
        RollingFileAppender<ILoggingEvent> appender = new PrivateAppender();
        appender.setContext(context);
        appender.setFile(log.toString());
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSX, UTC} %-5level %logger{0} %msg%n");
        encoder.start();
        appender.setEncoder(encoder);
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(log + ".%i");
        rolling.setMaxIndex(FILES);
        rolling.start();
        appender.setRollingPolicy(rolling);
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf(LARGEST));
        size.start();
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    // Writes files that only their owner can read, and none through a symbolic link.
    private static final class PrivateAppender extends RollingFileAppender<ILoggingEvent> {

        @Override
        public void openFile(String name) throws IOException {
            PrivateFile.prepareAppending(Path.of(name));
            super.openFile(name);
        }
    }
}
