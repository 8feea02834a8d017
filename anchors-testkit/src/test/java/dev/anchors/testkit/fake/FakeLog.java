package dev.anchors.testkit.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the fakes of this process log while it is open. Once there was one, nothing is printed any longer. */
final class FakeLog extends Handler implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(FakePiecesOs.class.getName());

    private final List<String> messages = new CopyOnWriteArrayList<>();

    FakeLog() {
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(this);
    }

    /** Returns the messages about requests whose target contains {@code text}, oldest first. */
    List<String> about(String text) {
        return messages.stream().filter(message -> message.contains(text)).toList();
    }

    @Override
    public void publish(LogRecord message) {
        messages.add(new SimpleFormatter().formatMessage(message));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOGGER.removeHandler(this);
    }
}
