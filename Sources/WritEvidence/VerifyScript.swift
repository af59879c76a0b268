/// verify.sh: the same checks of files and signatures with `openssl` and the base tools of Debian.
package enum VerifyScript {
  package static let text = #"""
    #!/bin/sh
    # Verifies a bundle of evidence with openssl and the base tools of Debian alone.
    #
    #   verify.sh BUNDLE CA.pem SIGNER.pub.pem [TSA-CA.pem [SECOND.pub.pem]]
    #
    # CA.pem holds the certificates you trust, SIGNER.pub.pem the key of the signer; TSA-CA.pem is for time stamps
    # (`-` or nothing: CA.pem), SECOND.pub.pem for a second signature. They come from you, never from the bundle; so
    # should this script, if you doubt the bundle.
    # Exit: 0 it verifies, 1 it does not (the reason is told), 64 wrong usage.
    set -eu
    LC_ALL=C
    export LC_ALL
    umask 077

    no() {
      echo "FAIL: $1" >&2
      exit 1
    }
    if [ $# -lt 3 ] || [ $# -gt 5 ]; then
      echo "usage: verify.sh BUNDLE CA.pem SIGNER.pub.pem [TSA-CA.pem [SECOND.pub.pem]]" >&2
      exit 64
    fi
    T=$(mktemp -d)
    trap 'rm -rf "$T"' EXIT
    cat "$2" > "$T/ca.pem" || no "$2 can't be read"
    tsa=${4:--}
    [ "$tsa" != - ] || tsa=$2
    cat "$tsa" > "$T/tsa.pem" || no "$tsa can't be read"
    openssl pkey -pubin -in "$3" -pubout -out "$T/signer.pub" 2> /dev/null || no "$3 is no public key in PEM"
    openssl pkey -pubin -in "$T/signer.pub" -noout -text | grep -q '^NIST CURVE: P-256$' || no "$3 is no P-256 key"
    keys=1
    if [ $# -eq 5 ]; then
      keys=2
      openssl pkey -pubin -in "$5" -pubout -out "$T/second.pub" 2> /dev/null || no "$5 is no public key in PEM"
    fi
    cd "$1" || no "$1 is no folder"

    # One SEQUENCE from the first byte to the last: openssl itself reads on where more follows.
    whole() {
      head=$(openssl asn1parse -inform DER -in "$1" 2> /dev/null | sed -n \
        '1s/^ *0:d=0 *hl= *\([0-9][0-9]*\) *l= *\([0-9][0-9]*\) *cons: *SEQUENCE *$/\1 \2/p') || true
      [ -n "$head" ] && [ $((${head% *} + ${head#* })) -eq "$(wc -c < "$1")" ]
    }
    # Base 64 in its one canonical spelling.
    unbase64() {
      base64 -d < "$1" > "$2" 2> /dev/null && base64 -w 0 < "$2" | cmp -s - "$1"
    }
    keyid() {
      if openssl pkey -pubin -in "$1" -noout -text | grep -q '^NIST CURVE: P-256$'; then
        { printf '{"keytype":"ecdsa","keyval":{"public":"'; cat "$1"; printf '"},"scheme":"ecdsa-sha2-nistp256"}'; }
      else
        printf '{"keytype":"ed25519","keyval":{"public":"%s"},"scheme":"ed25519"}' \
          "$(openssl pkey -pubin -in "$1" -outform DER | tail -c 32 | od -An -v -tx1 | tr -d ' \n')"
      fi | sha256sum | cut -c1-64
    }

    # Names and kinds of files.
    [ -z "$(find . ! -type f ! -type d)" ] || no "a link or a special file"
    [ -z "$(find . -name '*[!A-Za-z0-9._-]*')" ] || no "a name with other characters than A-Z a-z 0-9 . _ -"
    [ -z "$(find . -type d -empty)" ] || no "an empty folder"
    [ -z "$(find . | tr 'A-Z' 'a-z' | sort | uniq -d)" ] || no "names that differ in case only"
    for f in SHA256SUMS manifest.json signatures/bundle.dsse.json signatures/SHA256SUMS.p7s trust/signer.pem; do
      [ -f "$f" ] || no "$f is missing"
    done
    find . -type f | sed 's|^\./||' | sort > "$T/all"
    if awk 'length($0) > 200' "$T/all" | grep -q .; then no "a path of more than 200 bytes"; fi
    if grep -E '^(signatures|timestamps|trust|ledger)/' "$T/all" |
      grep -qvxE 'signatures/(bundle\.dsse\.json|SHA256SUMS\.p7s)|trust/signer\.pem|timestamps/[A-Za-z0-9._-]+\.tsr'
    then no "a file was added that nothing vouches for"; fi

    # SHA256SUMS in its one spelling, and nothing but the files it names.
    if grep -aqvxE '[0-9a-f]{64}  [A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*' SHA256SUMS; then no "SHA256SUMS has a bad line"; fi
    [ "$(tail -c 1 SHA256SUMS | od -An -tx1 | tr -d ' ')" = 0a ] || no "SHA256SUMS does not end in a line feed"
    cut -c67- SHA256SUMS > "$T/want"
    grep -vE '^(SHA256SUMS$|signatures/|timestamps/|trust/|ledger/)' "$T/all" > "$T/have" || no "no files"
    cmp -s "$T/have" "$T/want" || no "a file was added, left out or is out of order: $(
      diff "$T/want" "$T/have" | sed -n 's/^[<>] //p' | head -n 3 | tr '\n' ' ')"
    sha256sum --quiet --strict -c SHA256SUMS > "$T/sums" 2>&1 || no "a file was changed: $(head -n 3 "$T/sums" | tr '\n' ' ')"

    # The CMS signature over SHA256SUMS; none but your certificates are trusted.
    whole signatures/SHA256SUMS.p7s || no "signatures/SHA256SUMS.p7s is no CMS message in DER"
    openssl cms -cmsout -print -noout -inform DER -in signatures/SHA256SUMS.p7s > "$T/cms" 2> /dev/null ||
      no "signatures/SHA256SUMS.p7s is no CMS message"
    grep -q 'eContent: <ABSENT>' "$T/cms" || no "the CMS message brings content of its own"
    openssl cms -verify -binary -inform DER -in signatures/SHA256SUMS.p7s -content SHA256SUMS -CAfile "$T/ca.pem" \
      -no-CApath -no-CAstore -signer "$T/signer.pem" -out /dev/null 2> "$T/e" ||
      no "the CMS signature or its certificate: $(tr '\n' ' ' < "$T/e")"
    [ "$(grep -c '^-----BEGIN CERTIFICATE-----$' "$T/signer.pem")" -eq 1 ] || no "not exactly one CMS signer"
    openssl x509 -in "$T/signer.pem" -noout -pubkey | cmp -s - "$T/signer.pub" || no "CMS signed with another key"
    cmp -s trust/signer.pem "$T/signer.pem" || no "trust/signer.pem is not the certificate that signed"

    # The envelope in its one spelling, and its signatures.
    E=signatures/bundle.dsse.json
    s='\{"keyid":"[0-9a-f]{64}","sig":"[A-Za-z0-9+/]+={0,2}"\}'
    [ "$(wc -l < $E)" -eq 0 ] || no "$E has a line feed"
    grep -aqxE "\{\"payload\":\"[A-Za-z0-9+/]+={0,2}\",\"payloadType\":\"application/vnd\.in-toto\+json\",\"signatures\":\[$s(,$s)?\]\}" $E ||
      no "$E is not in the form of RFC 8785, has other members or is cut off"
    sed 's/^{"payload":"\([^"]*\)".*/\1/' $E | tr -d '\n' > "$T/payload.64"
    unbase64 "$T/payload.64" "$T/payload" || no "the payload is no base 64"
    { printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(wc -c < "$T/payload")"; cat "$T/payload"; } > "$T/pae"
    sed 's/.*"signatures":\[\(.*\)\]}$/\1/' $E | sed 's/},{/}\n{/g' > "$T/signatures"
    [ "$(grep -c . "$T/signatures")" -eq $keys ] || no "the envelope has not as many signatures as you gave keys"
    n=0
    for key in signer second; do
      n=$((n + 1))
      [ $n -le $keys ] || break
      line=$(sed -n "${n}p" "$T/signatures")
      echo "$line" | sed 's/.*"sig":"\([^"]*\)".*/\1/' | tr -d '\n' > "$T/sig.64"
      unbase64 "$T/sig.64" "$T/sig" || no "signature $n is no base 64"
      [ "$(echo "$line" | sed 's/.*"keyid":"\([^"]*\)".*/\1/')" = "$(keyid "$T/$key.pub")" ] ||
        no "signature $n names another key"
      if openssl pkey -pubin -in "$T/$key.pub" -noout -text | grep -q '^ED25519 '; then
        openssl pkeyutl -verify -pubin -inkey "$T/$key.pub" -rawin -in "$T/pae" -sigfile "$T/sig" > /dev/null 2>&1
      else
        openssl dgst -sha256 -verify "$T/$key.pub" -signature "$T/sig" "$T/pae" > /dev/null 2>&1
      fi || no "signature $n of the envelope"
    done

    # The statement is about exactly these files.
    { cat SHA256SUMS; sha256sum SHA256SUMS; } | sort -t ' ' -k 3 | awk '
      BEGIN { printf ",\"predicateType\":\"urn:writ:bundle:1\",\"subject\":[" }
      { printf "%s{\"digest\":{\"sha256\":\"%s\"},\"name\":\"%s\"}", (NR > 1 ? "," : ""), $1, $2 }
      END { printf "]}" }' > "$T/tail"
    count=$(wc -c < "$T/tail")
    rest=$(($(wc -c < "$T/payload") - count))
    [ $rest -gt 0 ] || no "the statement is about other files"
    tail -c "$count" "$T/payload" | cmp -s - "$T/tail" || no "the statement is about other files"
    head -c $rest "$T/payload" > "$T/head"
    [ "$(wc -l < "$T/head")" -eq 0 ] || no "the statement has a line feed"
    grep -aqxE '\{"_type":"https://in-toto.io/Statement/v1","predicate":\{"bundle":"[A-Za-z0-9._-]+","cms":"[0-9a-f]{64}","created":"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z","manifest":"[0-9a-f]{64}"\}' "$T/head" ||
      no "the statement is no statement about a bundle of version 1"
    [ "$(sed 's/.*"manifest":"\([^"]*\)".*/\1/' "$T/head")" = "$(sha256sum < manifest.json | cut -c1-64)" ] ||
      no "the statement is about another manifest"
    [ "$(sed 's/.*"cms":"\([^"]*\)".*/\1/' "$T/head")" = "$(sha256sum < signatures/SHA256SUMS.p7s | cut -c1-64)" ] ||
      no "the statement is about another CMS message"

    # Time stamps over the envelope.
    for t in timestamps/*.tsr; do
      [ -e "$t" ] || continue
      whole "$t" || no "$t is no time-stamp response in DER"
      openssl ts -verify -data $E -in "$t" -CAfile "$T/tsa.pem" > /dev/null 2>&1 || no "the time stamp $t"
      echo "time stamp: $(openssl ts -reply -in "$t" -text 2> /dev/null | sed -n 's/^Time stamp: //p')"
    done
    echo "OK: $(wc -l < SHA256SUMS) files are as $(openssl x509 -in "$T/signer.pem" -noout -subject -nameopt RFC2253 |
      sed 's/^subject=//') signed them"

    """#
}

/// README.txt of a bundle.
package enum BundleReadme {
  package static let text = """
    This folder holds evidence and the results of tests. It is no auditor's opinion.

    To verify it you need openssl, the base tools of Debian, and from the signer by another way than this folder:
    the certificate to trust (CA.pem) and the signer's public key (SIGNER.pub.pem).

      sh verify.sh FOLDER CA.pem SIGNER.pub.pem        files and signatures
      writ evidence verify FOLDER --ca CA.pem --key SIGNER.pub.pem    the same, and the manifest and populations

    Nothing in trust/ makes the bundle trustworthy: it is there for convenience. Take verify.sh from elsewhere
    if you doubt the one in here (`writ evidence verify --script`).
    manifest.json lists every file; policies/ and controls/ hold the rules that were applied.

    """
}
