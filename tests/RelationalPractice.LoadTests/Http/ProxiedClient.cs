using System.Net;

namespace RelationalPractice.LoadTests.Http;

/// <summary>A browser that has only https before it, as behind the proxy that ends TLS: its cookies are the secure ones.</summary>
internal sealed class ProxiedClient(IPEndPoint address) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    public static HttpClient To(IPEndPoint address) =>
        new(new ProxiedClient(address)) { BaseAddress = new Uri("https://feedback.example"), Timeout = TimeSpan.FromMinutes(2) };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Host = "feedback.example";
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "10.0.0.1");
        request.RequestUri = new Uri($"http://{address}{request.RequestUri!.PathAndQuery}");
        return base.SendAsync(request, cancellationToken);
    }
}
