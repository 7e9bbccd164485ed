package org.yima.client;

import org.yima.protocol.Form;

/**
 * 联调时查看明文报文。Is shown every exchange in clear, after the reply was opened and verified.
 *
 * <p>Messages hold names, id numbers and tokens: never log them where real patients are served.
 */
public interface MessageLog {
  /**
   * One exchange that came back.
   *
   * @param transdata the request's XML as it was signed
   * @param reply all elements of the reply, signature included
   */
  void exchanged(String transaction, String transdata, Form reply);
}
