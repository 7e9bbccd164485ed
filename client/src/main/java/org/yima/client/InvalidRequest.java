package org.yima.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.yima.protocol.spec.FieldFault;

/**
 * 请求字段有误，尚未发送。一次列出全部有误的字段。
 *
 * <p>Fields of a request are wrong; nothing was sent. The message names all of them at once, with
 * code and Chinese name, and never a value.
 */
public final class InvalidRequest extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldFault> faults;

  InvalidRequest(String transaction, List<FieldFault> faults) {
    super(
        transaction
            + " 字段有误 (fields are wrong): "
            + faults.stream().map(FieldFault::message).collect(Collectors.joining("")));
    this.faults = Collections.unmodifiableList(new ArrayList<>(faults));
  }

  /** 全部有误的字段。Every bad field, in the order of the interface. */
  public List<FieldFault> faults() {
    return faults;
  }
}
