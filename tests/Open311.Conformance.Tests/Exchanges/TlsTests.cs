using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Testing.Wire;

namespace Open311.Conformance.Tests.Exchanges;

public sealed class TlsTests
{
    static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Test]
    public async Task An_untrusted_certificate_is_noted_and_the_exchange_goes_on()
    {
        using var certificate = SelfSigned(IPAddress.Loopback, Now.AddDays(1));
        await using var server = Server(certificate);

        var exchange = await Probing.Ask(server);

        exchange.Outcome.Should().Be(ExchangeOutcome.Answered, exchange.Problem);
        exchange.TlsProblem.Should().Be("The certificate of the server is not valid: its issuer is not trusted.");
        exchange.Text().Should().Be("/services.xml");
    }

    [Test]
    public async Task Names_everything_that_is_wrong_with_a_certificate()
    {
        using var certificate = SelfSigned(IPAddress.Parse("192.0.2.7"), Now.AddDays(-1));
        await using var server = Server(certificate);

        var exchange = await Probing.Ask(server);

        exchange.Outcome.Should().Be(ExchangeOutcome.Answered, exchange.Problem);
        exchange.TlsProblem.Should().Contain("issued for another host (CN=192.0.2.7)").And.Contain("it is valid from").And.Contain("issuer is not trusted");
    }

    [Test]
    public async Task Every_exchange_of_a_kept_connection_carries_the_fact_and_the_raw_plaintext()
    {
        using var certificate = SelfSigned(IPAddress.Loopback, Now.AddDays(1));
        await using var server = Server(certificate, "X : odd\r\n");
        await using var probe = new HttpProbe(Probing.Settings with { Concurrency = 1 }, TimeProvider.System);

        for (var i = 0; i < 5; i++)
        {
            var exchange = await probe.SendAsync(Probing.Get($"{server.Base}/{i}"), CancellationToken.None);

            exchange.Outcome.Should().Be(ExchangeOutcome.Answered, exchange.Problem);
            exchange.TlsProblem.Should().NotBeNull();
            exchange.Defects().Should().Equal(WireDefect.SpaceBeforeColon);
            Encoding.ASCII.GetString(exchange.Answer!.Raw.Span).Should().StartWith("HTTP/1.1 200 OK\r\n").And.EndWith($"/{i}");
        }

        server.Connections.Should().Be(1);
    }

    [Test]
    public async Task Plain_http_behind_https_is_no_tls_session()
    {
        await using var probe = new HttpProbe(Probing.Settings, TimeProvider.System);
        var plain = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        plain.Start();
        var port = ((IPEndPoint)plain.LocalEndpoint).Port;
        var answering = Task.Run(async () =>
        {
            using var client = await plain.AcceptTcpClientAsync();
            await client.GetStream().ReadExactlyAsync(new byte[1]);
            await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\nThis is no TLS port"u8.ToArray());
        });

        var exchange = await probe.SendAsync(Probing.Get($"https://127.0.0.1:{port}/"), CancellationToken.None);

        await answering;
        plain.Stop();
        exchange.Outcome.Should().Be(ExchangeOutcome.TlsFailed);
        exchange.Problem.Should().StartWith($"No TLS session could be made with 127.0.0.1:{port}: ").And.EndWith(".");
        exchange.Answer.Should().BeNull();
    }

    static RawServer Server(X509Certificate2 certificate, string header = "") => new(
        async (request, wire, end) =>
        {
            await wire.WriteAsync(Encoding.ASCII.GetBytes(Probing.Ok(request.Target, more: header)), end);
            return true;
        },
        certificate);

    static X509Certificate2 SelfSigned(IPAddress address, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={address}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(Now.AddDays(-10), until);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
