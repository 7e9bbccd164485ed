package org.yima.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sends one body and receives one, bounded in size and in time. */
final class HttpPost {
  /** Longest reply; a statement is the longest there is. What the form reader takes, too. */
  static final int MAX_REPLY = 64 << 20;

  /**
   * How many times the read time-out the whole reply may take. The time-out itself is for one read,
   * so that a long statement may come over a slow line; alone it would let a drip go on for ever.
   */
  private static final int WHOLE_REPLY = 10;

  private final URL url;
  private final int connectMillis;
  private final int readMillis;

  HttpPost(URL url, Duration connect, Duration read) {
    this.url = url;
    this.connectMillis = Math.toIntExact(connect.toMillis());
    this.readMillis = Math.toIntExact(read.toMillis());
  }

  /**
   * The body of an answer with HTTP status 200.
   *
   * @throws IOException for anything else; whether the request arrived is then not known
   */
  byte[] send(byte[] body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setConnectTimeout(connectMillis);
    connection.setReadTimeout(readMillis);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty(
        "Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
    // A fixed length keeps the JDK from sending a POST a second time by itself.
    connection.setFixedLengthStreamingMode(body.length);
    try {
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException("HTTP status " + status + " of " + url);
      }
      try (InputStream in = connection.getInputStream()) {
        return bounded(in);
      }
    } catch (IOException e) {
      // Its stream is at an unknown place; the connection must not be used again.
      connection.disconnect();
      throw e;
    }
  }

  private byte[] bounded(InputStream in) throws IOException {
    long most = TimeUnit.MILLISECONDS.toNanos(readMillis) * WHOLE_REPLY;
    long start = System.nanoTime();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[16_384];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (read > MAX_REPLY - out.size()) {
        throw new IOException("the reply is longer than " + MAX_REPLY + " bytes");
      }
      if (most > 0 && System.nanoTime() - start > most) {
        throw new IOException("the reply takes longer than " + WHOLE_REPLY + " read time-outs");
      }
      out.write(buffer, 0, read);
    }
    return out.toByteArray();
  }
}
