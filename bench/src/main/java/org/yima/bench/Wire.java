package org.yima.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-open connection that posts and waits. Bare, so that the load costs as little as it can
 * on the cores that it shares with what is measured.
 */
final class Wire implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int MOST = 4 << 20;

  private final URI to;
  private final String head;
  private Socket socket;
  private InputStream in;
  private boolean ended;

  Wire(URI to) {
    this.to = to;
    try {
      socket = connected();
      in = buffered();
    } catch (IOException e) {
      throw new UncheckedIOException("no connection to " + to, e);
    }
    head =
        "POST "
            + to.getRawPath()
            + " HTTP/1.1\r\nHost: "
            + to.getAuthority()
            + "\r\nContent-Type: application/x-www-form-urlencoded;charset=UTF-8"
            + "\r\nContent-Length: ";
  }

  private Socket connected() throws IOException {
    var fresh = new Socket(InetAddress.getLoopbackAddress(), to.getPort());
    fresh.setSoTimeout(TIMEOUT_MILLIS);
    fresh.setTcpNoDelay(true);
    return fresh;
  }

  private InputStream buffered() throws IOException {
    return new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  /** Tomcat ends a connection after so many exchanges, and says so in the last. */
  private void connectAgain() throws IOException {
    socket.close();
    socket = connected();
    in = buffered();
    ended = false;
  }

  /** Posts a body and returns the answer's; anything but 200 is an error. */
  byte[] post(byte[] body) throws IOException {
    byte[] start = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[start.length + body.length];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(body, 0, request, start.length, body.length);
    if (ended) {
      connectAgain();
    }
    socket.getOutputStream().write(request);
    return answer();
  }

  private byte[] answer() throws IOException {
    String status = line();
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException(status);
    }
    int length = -1;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      ended |= lower.equals("connection: close");
    }
    if (length < 0 || length > MOST) {
      throw new IOException("an answer of " + length + " bytes");
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the answer broke off");
    }
    return body;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
