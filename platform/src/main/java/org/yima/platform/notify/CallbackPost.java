package org.yima.platform.notify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.yima.platform.notify.AddressRules.Target;

/**
 * One POST over a connection of its own, to an address that was judged before. The JDK's client
 * resolves names by itself and cannot be told where to connect; so this speaks the little HTTP that
 * is needed. No redirects; bounded in bytes, and in time as a whole.
 */
final class CallbackPost implements AutoCloseable {
  private static final int MOST_BYTES = 64 << 10;

  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("callback-watch").factory());
  private final Duration most;

  /**
   * @param most from connecting to the last byte
   */
  CallbackPost(Duration most) {
    this.most = most;
  }

  /**
   * What came back.
   *
   * @param body as text; UTF-8
   */
  record Answer(int status, String body) {}

  /**
   * @throws SocketTimeoutException if it takes too long
   * @throws IOException if nobody is there, or what is said is not HTTP
   */
  Answer send(Target to, byte[] body) throws IOException {
    var late = new AtomicBoolean();
    try (Socket plain = new Socket()) {
      var end =
          watch.schedule(
              () -> {
                late.set(true);
                close(plain);
              },
              most.toMillis(),
              TimeUnit.MILLISECONDS);
      try {
        plain.connect(new InetSocketAddress(to.address(), to.port()));
        return exchange(to.secure() ? secured(plain, to) : plain, to, body);
      } catch (IOException e) {
        throw late.get() ? new SocketTimeoutException("no answer within " + most) : e;
      } finally {
        end.cancel(false);
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no more use either way.
    }
  }

  /** The certificate must be good, and for the name that was registered. */
  private static Socket secured(Socket plain, Target to) throws IOException {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var socket = (SSLSocket) factory.createSocket(plain, to.uri().getHost(), to.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static Answer exchange(Socket socket, Target to, byte[] body) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(head(to, body.length).getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
    // As HTTP/1.0 the answer comes in one piece and ends with its length or the connection.
    InputStream in = new BufferedInputStream(socket.getInputStream());
    String[] status = line(in).split(" ", 3);
    if (status.length < 2 || !status[0].startsWith("HTTP/1.") || !status[1].matches("[0-9]{3}")) {
      throw new IOException("not HTTP");
    }
    int length = MOST_BYTES;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.matches("(?i)content-length: *[0-9]{1,6}")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).trim());
      }
    }
    byte[] answer = in.readNBytes(Math.min(length, MOST_BYTES));
    return new Answer(Integer.parseInt(status[1]), new String(answer, StandardCharsets.UTF_8));
  }

  private static String head(Target to, int length) {
    String path = to.uri().getRawPath();
    String query = to.uri().getRawQuery();
    return "POST %s%s HTTP/1.0\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
        .formatted(
            path == null || path.isEmpty() ? "/" : path,
            query == null ? "" : "?" + query,
            to.uri().getRawAuthority(),
            "application/x-www-form-urlencoded;charset=UTF-8",
            length);
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0 || line.size() > MOST_BYTES) {
        throw new IOException("the answer is cut off");
      }
      line.write(each);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
