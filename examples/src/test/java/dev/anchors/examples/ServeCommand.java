package dev.anchors.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.util.stream.Stream;

/** The command {@code serve}, as it runs in a thread of its own. */
record ServeCommand(Thread thread, String firstLine) {

    /** Runs the command on a free port, and waits for the first line of its output. */
    static ServeCommand start(String... options) throws IOException {
        PipedReader output = new PipedReader();
        PrintWriter out = new PrintWriter(new PipedWriter(output)); // without autoflush: the command has to flush
        String[] arguments = Stream.concat(Stream.of("serve", "--port", "0"), Stream.of(options))
                .toArray(String[]::new);
        Thread thread = new Thread(() -> Main.commandLine().setOut(out).execute(arguments));
        thread.start();
        return new ServeCommand(thread, new BufferedReader(output).readLine());
    }

    /** Returns the URL for clients. */
    String url() {
        return firstLine.replace("listening on ", "");
    }

    /** Interrupts the command, and waits for its end. */
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
