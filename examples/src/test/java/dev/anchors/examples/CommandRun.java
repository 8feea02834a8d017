package dev.anchors.examples;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** The result of one run of the command line. */
record CommandRun(int exitCode, String out, String err) {

    /** Runs a command to its end. */
    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(Help.defaultColorScheme(Ansi.OFF))
                .execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
