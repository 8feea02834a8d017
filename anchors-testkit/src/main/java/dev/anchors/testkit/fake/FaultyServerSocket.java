package dev.anchors.testkit.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Accepts connections to 127.0.0.1 on which faults can act. */
class FaultyServerSocket extends ServerSocket {

    private static final int BACKLOG = 1_000;

    /**
     * Creates a socket that listens.
     *
     * @param port 0 for a free port
     * @throws IOException if the socket cannot listen on the port
     */
    FaultyServerSocket(int port) throws IOException {
        super(port, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    @Override
    public FaultySocket accept() throws IOException {
        FaultySocket socket = new FaultySocket();
        implAccept(socket);
        return socket;
    }
}
