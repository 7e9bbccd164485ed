package org.yima.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bare client against a server that says exactly what the test wants. */
class WireTest {
  private static final byte[] BODY = "ab".getBytes(StandardCharsets.US_ASCII);

  private final AtomicInteger connections = new AtomicInteger();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  /** Answers one request after the other; a connection ends where its answer says so. */
  private Wire wire(List<String> answers) {
    Thread.ofVirtual().start(() -> serve(answers));
    return new Wire(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/gateway"));
  }

  private void serve(List<String> answers) {
    try {
      Socket socket = accept();
      for (String answer : answers) {
        socket = socket.isClosed() ? accept() : socket;
        readRequest(socket);
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        if (answer.contains("close") || !answer.startsWith("HTTP/1.1 200")) {
          socket.close();
        }
      }
      socket.close();
    } catch (IOException e) {
      // The test has ended and closed the server.
    }
  }

  private Socket accept() throws IOException {
    Socket socket = server.accept();
    connections.incrementAndGet();
    return socket;
  }

  private static void readRequest(Socket socket) throws IOException {
    var seen = new StringBuilder();
    while (!seen.toString().endsWith("\r\n\r\nab")) {
      seen.append((char) socket.getInputStream().read());
    }
    assertThat(seen).startsWith("POST /gateway HTTP/1.1\r\n").contains("Content-Length: 2\r\n");
  }

  private static String ok(String body, String header) {
    return "HTTP/1.1 200 \r\n" + header + "content-length: " + body.length() + "\r\n\r\n" + body;
  }

  @Test
  void oneConnectionServesManyCalls() throws IOException {
    try (Wire wire = wire(List.of(ok("one", ""), ok("", ""), ok("three", "X: y\r\n")))) {
      assertThat(wire.post(BODY)).asString().isEqualTo("one");
      assertThat(wire.post(BODY)).isEmpty();
      assertThat(wire.post(BODY)).asString().isEqualTo("three");
    }
    assertThat(connections).hasValue(1);
  }

  @Test
  void whereTheServerEndsAConnectionTheNextCallOpensOne() throws IOException {
    try (Wire wire = wire(List.of(ok("one", "Connection: close\r\n"), ok("two", "")))) {
      assertThat(wire.post(BODY)).asString().isEqualTo("one");
      assertThat(wire.post(BODY)).asString().isEqualTo("two");
    }
    assertThat(connections).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 500 \r\ncontent-length: 0\r\n\r\n",
        "HTTP/1.1 200 \r\n\r\n",
        "HTTP/1.1 200 \r\ncontent-length: 99999999\r\n\r\n",
        "HTTP/1.1 200 \r\ncontent-length: 9\r\nconnection: close\r\n\r\nshort",
        "HTTP/1.1 200 \r\nconnection: close\r\n",
      })
  void anythingElseIsAnError(String answer) {
    try (Wire wire = wire(List.of(answer))) {
      assertThatThrownBy(() -> wire.post(BODY)).isInstanceOf(IOException.class);
    }
  }
}
