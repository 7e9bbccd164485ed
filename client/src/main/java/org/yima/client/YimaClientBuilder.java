package org.yima.client;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yima.securitypkg.Kit;

/** 配置 {@link YimaClient}。Collects what a {@link YimaClient} needs. */
public final class YimaClientBuilder {
  private final URL url;
  private final Kit kit;
  private final Institution institution;
  private Duration connectTimeout = Duration.ofSeconds(5);
  private Duration readTimeout = Duration.ofSeconds(30);
  private String statementSeparator = "|";
  private MessageLog log = (transaction, transdata, reply) -> {};
  private Pause pause = time -> TimeUnit.MILLISECONDS.sleep(time.toMillis());
  private List<Duration> backOff =
      Arrays.asList(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(8));

  /**
   * Starts with what cannot be left out.
   *
   * @param url 平台地址: the gateway, such as {@code https://…/gateway}
   * @param kit 签名与加密工具: the institution's and the access system's keys
   * @param hospcode 定点医药机构代码: the institution's code
   * @param name 定点医药机构名称: its name
   * @throws IllegalArgumentException if the address is not one of http or https
   */
  public YimaClientBuilder(URI url, Kit kit, String hospcode, String name) {
    this.url = http(url);
    this.kit = kit;
    this.institution = new Institution(hospcode, name);
  }

  private static URL http(URI address) {
    String scheme = address.getScheme();
    if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
      throw new IllegalArgumentException("平台地址须以 http:// 或 https:// 开头: " + address);
    }
    try {
      return address.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("平台地址有误: " + address, e);
    }
  }

  /**
   * 连接与读取超时，默认 5 秒与 30 秒；整个应答最多为读取超时的 10 倍。Time-outs of connecting and of waiting for the reply to
   * begin or go on; the whole of it may take ten times the latter.
   */
  public YimaClientBuilder timeouts(Duration connect, Duration read) {
    connectTimeout = connect;
    readTimeout = read;
    return this;
  }

  /** 付款结果未知时每次再试之前的等待，默认 1、2、4、8 秒。Waits before each further try of a payment. */
  public YimaClientBuilder backOff(Duration... waits) {
    backOff = new ArrayList<>(Arrays.asList(waits));
    return this;
  }

  /** 等待的方式，默认线程休眠。How to wait; sleeps unless said otherwise. */
  public YimaClientBuilder pause(Pause way) {
    pause = way;
    return this;
  }

  /** 查看明文报文，联调时用。Sees every exchange in clear, for integration work. */
  public YimaClientBuilder log(MessageLog messages) {
    log = messages;
    return this;
  }

  /** 对账文件的列分隔符，默认 |。What separates the statement's columns, as agreed. */
  public YimaClientBuilder statementSeparator(String separator) {
    statementSeparator = separator;
    return this;
  }

  /** 完成。The client. */
  public YimaClient build() {
    Exchange exchange = new Exchange(kit, new HttpPost(url, connectTimeout, readTimeout), log);
    return new YimaClient(
        exchange,
        institution,
        new Resolution(exchange, institution, backOff, pause),
        statementSeparator);
  }
}
