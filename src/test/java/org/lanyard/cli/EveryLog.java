package org.lanyard.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** While it is open, whatever logs does so at every level: into the log file what is ours, and the JDK's here. */
final class EveryLog implements AutoCloseable {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final java.util.logging.Logger jdk = LogManager.getLogManager().getLogger("");
    private final java.util.logging.Level before = jdk.getLevel();
    private final StringBuffer said = new StringBuffer();
    private final AtomicInteger raised = new AtomicInteger();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord entry) {
            said.append(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };
    private final LoggerContextListener louder = new LoggerContextListener() {

        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onLevelChange(Logger logger, Level level) {
            if (level != Level.TRACE) {
                raised.incrementAndGet();
                logger.setLevel(Level.TRACE);
            }
        }

        @Override
        public void onStart(LoggerContext started) {
            // levels change later
        }

        @Override
        public void onReset(LoggerContext reset) {
            reset.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.TRACE);   // it was lowered without a word
        }

        @Override
        public void onStop(LoggerContext stopped) {
            // nothing to do
        }
    };

    EveryLog() {
        context.addListener(louder);
        handler.setLevel(java.util.logging.Level.ALL);
        jdk.setLevel(java.util.logging.Level.ALL);
        jdk.addHandler(handler);
    }

    /** What the JDK's own loggers said. */
    String ofTheJdk() {
        return said.toString();
    }

    /** How often a command asked for less, and did not get it. */
    int raised() {
        return raised.get();
    }

    @Override
    public void close() {
        context.removeListener(louder);
        jdk.removeHandler(handler);
        jdk.setLevel(before);
    }
}
