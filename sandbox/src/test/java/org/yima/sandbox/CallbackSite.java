package org.yima.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A hospital's address for notifications: keeps what comes and answers as it is told to. */
final class CallbackSite implements AutoCloseable {
  private final HttpServer server;
  private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
  private final List<String> redirected = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile String answer = "respcode=00&respmsg=ok";

  CallbackSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/callback", this::take);
    server.createContext("/elsewhere", exchange -> redirected.add(exchange.getRequestMethod()));
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    received.add(exchange.getRequestBody().readAllBytes());
    if (status == 0) {
      awaitEnd();
    }
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Location", "/elsewhere");
    exchange.sendResponseHeaders(status == 0 ? 200 : status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * @param newStatus 0: never answers
   */
  void answers(int newStatus, String body) {
    status = newStatus;
    answer = body;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/callback";
  }

  /** The next message. */
  byte[] next() {
    try {
      byte[] body = received.poll(30, TimeUnit.SECONDS);
      if (body == null) {
        throw new AssertionError("nothing came");
      }
      return body;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** All that has come and was not looked at yet. */
  List<byte[]> all() {
    List<byte[]> bodies = new ArrayList<>();
    received.drainTo(bodies);
    return bodies;
  }

  List<String> redirected() {
    return redirected;
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
