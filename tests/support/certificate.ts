import { createPrivateKey, generateKeyPairSync, randomInt, sign } from 'node:crypto';

/*
 * A certificate for https on this machine, signed by itself, made where it is needed: a key in the repository would be
 * taken for a real one. DER as ITU-T X.690 has it, fields as RFC 5280.
 */

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const IDENTIFIER = 0x06;
const UTF8 = 0x0c;
const UTC_TIME = 0x17;

/** ecdsa-with-SHA256, commonName, subjectAltName. */
const ECDSA_SHA256 = der(IDENTIFIER, Buffer.from('2a8648ce3d040302', 'hex'));
const COMMON_NAME = der(IDENTIFIER, Buffer.from('550403', 'hex'));
const SUBJECT_ALT_NAME = der(IDENTIFIER, Buffer.from('551d11', 'hex'));

/** Key and certificate for `localhost` and 127.0.0.1, as PEM; good from yesterday for 30 days. */
export function makeCertificate(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  });
  const day = 86_400_000;
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8, Buffer.from('localhost')))));
  const alternatives = der(SEQUENCE, der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])));
  const body = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, Buffer.from([2]))),
    // Firefox refuses a second one of the same number.
    der(INTEGER, Buffer.from([1, randomInt(256), randomInt(256), randomInt(256), randomInt(256)])),
    der(SEQUENCE, ECDSA_SHA256),
    name,
    der(SEQUENCE, utcTime(Date.now() - day), utcTime(Date.now() + 30 * day)),
    name,
    publicKey,
    der(0xa3, der(SEQUENCE, der(SEQUENCE, SUBJECT_ALT_NAME, der(OCTET_STRING, alternatives)))),
  );
  const signature = sign('sha256', body, createPrivateKey(privateKey));
  const whole = der(SEQUENCE, body, der(SEQUENCE, ECDSA_SHA256), der(BIT_STRING, Buffer.from([0]), signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey,
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  };
}

function utcTime(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/\D/g, '');
  return der(UTC_TIME, Buffer.from(`${digits.slice(2, 14)}Z`));
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const long = length < 0x80 ? [] : length < 0x100 ? [0x81] : [0x82, length >> 8];
  return Buffer.concat([Buffer.from([tag, ...long, length & 0xff]), content]);
}
