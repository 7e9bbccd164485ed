package org.yima.client;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yima.protocol.Form;
import org.yima.securitypkg.CannotOpen;
import org.yima.securitypkg.Kit;

/**
 * 接收平台推送到 {@code backurl} 的通知：解密、验签、去重，交给本系统，并给出应答报文。
 *
 * <p>Takes what the platform posts to {@code backurl}: opens and verifies it, leaves out what has
 * been taken already, hands it over, and gives the body to answer with. Whoever runs the web server
 * calls {@link #receive} with the request's body and writes what it returns, with HTTP 200. Used by
 * many threads at once.
 */
public final class EventReceiver {
  /**
   * Ids remembered; those who restart often keep them themselves, or simply book twice the same.
   */
  private static final int REMEMBERED = 10_000;

  private final Kit kit;
  private final Listener listener;
  private final Set<String> taken =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<String, Boolean>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  /** 本系统对事件的处理。What one's own system does with an event. */
  public interface Listener {
    /**
     * 记账；抛出异常则平台稍后重发。
     *
     * <p>Books it. If this fails the platform is told so, and tells it again later.
     */
    void happened(OrderEvent event) throws Exception;
  }

  /**
   * @param kit 与发起交易相同的密钥: the same as for calling
   */
  public EventReceiver(Kit kit, Listener listener) {
    this.kit = kit;
    this.listener = listener;
  }

  /**
   * 处理一个推送报文，返回应答报文（HTTP 200）。
   *
   * <p>Handles one message.
   *
   * @param body 请求体: as it came
   * @return 应答体: {@code respcode=00} if it was taken, else why not
   */
  public byte[] receive(byte[] body) {
    try {
      Form message = kit.openPush(body);
      OrderEvent event = OrderEvent.read(Values.of(message), message);
      return taken.contains(event.id()) ? answer("00", "已接收过") : handOver(event);
    } catch (CannotOpen e) {
      return answer("12", "无法解密或验签");
    } catch (UnreadableAnswer e) {
      return answer("10", "报文缺少或无法读懂");
    }
  }

  private byte[] handOver(OrderEvent event) {
    try {
      listener.happened(event);
    } catch (Exception e) {
      return answer("-1", "本系统未能处理，请稍后重发");
    }
    taken.add(event.id());
    return answer("00", "已接收");
  }

  private static byte[] answer(String code, String message) {
    return ("respcode=" + code + "&respmsg=" + message).getBytes(StandardCharsets.UTF_8);
  }
}
