using System.Net;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Messaging;
using RelationalPractice.Web.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Messaging;

public abstract class CallBackLimitTests(TestDatabaseProvider provider) : MessagingTests(provider)
{
    [Fact]
    public async Task Post_GuessingTokens_IsSlowedDown()
    {
        var guesser = Site.Browser();

        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 4; guess++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, NotifyCallBacks.Delivery) { Content = new StringContent("{}") };
            request.Headers.Add("Authorization", $"Bearer guess {guess}");
            using var response = await guesser.SendAsync(request);
            answers.Add(response.StatusCode);
        }

        answers.ShouldBe([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests]);
    }

    protected override IEnumerable<KeyValuePair<string, string>> SettingsFor(FakeNotify notify) =>
        [.. base.SettingsFor(notify), KeyValuePair.Create("Limits:CallBacksPerMinute", "3")];

    public sealed class OnSqlite() : CallBackLimitTests(TestDatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : CallBackLimitTests(TestDatabaseProvider.PostgreSql);
}
