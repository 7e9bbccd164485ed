/**
 * 定点医药机构调用医码的开发包：每笔交易一个方法，一次调用完成签名、加密、发送、解密、验签。
 *
 * <p>The SDK that hospitals and pharmacies call Yima with. Start at {@link
 * org.yima.client.YimaClient}. A call ends in one of three ways, and the types keep them apart: an
 * {@link org.yima.client.Answer} that is done or holds a {@link org.yima.client.Refusal}, an {@link
 * org.yima.client.InvalidRequest} before anything was sent, or an {@link
 * org.yima.client.UnknownOutcome}.
 *
 * <p>Owned and hidden here: the wire names of requests and replies, HTTP, and what must be done
 * until it is known whether an order is paid. Amounts are whole fen.
 */
package org.yima.client;
