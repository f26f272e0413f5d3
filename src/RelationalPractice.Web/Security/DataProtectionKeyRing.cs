using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Security;

/// <summary>
/// The data-protection keys live in the database, so that every web node shares them, wrapped under <c>Protection:Key</c>
/// (32 bytes in base64), which does not. Without that key they rest unwrapped, which only Development may do.
/// </summary>
public static class DataProtectionKeyRing
{
    public static void AddPracticeDataProtection(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("RelationalPractice");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) =>
        {
            options.XmlRepository = new DatabaseKeys(scopes);
            if (ReadKey(configuration) is { } key)
            {
                options.XmlEncryptor = new KeyWrapping(key);
            }
        });
        services.AddSingleton(_ => new WrappingKey(ReadKey(configuration)));
    }

    /// <exception cref="UnsafeConfigurationException">It is there but is not 32 bytes in base64.</exception>
    public static byte[]? ReadKey(IConfiguration configuration)
    {
        if (configuration["Protection:Key"] is not { Length: > 0 } text)
        {
            return null;
        }

        var key = new byte[32];
        return Convert.TryFromBase64String(text, key, out var length) && length == 32
            ? key
            : throw new UnsafeConfigurationException("Protection:Key must be 32 random bytes in base64: make one with 'openssl rand -base64 32'.");
    }

    private sealed class DatabaseKeys(IServiceScopeFactory scopes) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<PracticeDbContext>();
            return [.. db.DataProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<PracticeDbContext>();
            db.DataProtectionKeys.Add(new DataProtectionKey
            {
                Id = scope.ServiceProvider.GetRequiredService<Chance>().NewId(),
                Xml = element.ToString(SaveOptions.DisableFormatting),
            });
            db.SaveChanges();
        }
    }
}

public sealed record WrappingKey(byte[]? Bytes);

/// <summary>AES-GCM under Protection:Key.</summary>
internal sealed class KeyWrapping(byte[] key) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = new Chance().Bytes(12);
        var sealedBytes = new byte[plain.Length];
        var tag = new byte[16];
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, plain, sealedBytes, tag);
        return new EncryptedXmlInfo(
            new XElement("wrapped", Convert.ToBase64String([.. nonce, .. tag, .. sealedBytes])), typeof(KeyUnwrapping));
    }
}

/// <summary>Data protection makes this by name when it meets a wrapped key.</summary>
public sealed class KeyUnwrapping(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var key = services.GetRequiredService<WrappingKey>().Bytes
            ?? throw new CryptographicException("The data-protection keys were wrapped under Protection:Key, which is not set.");
        var bytes = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[bytes.Length - 28];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(bytes.AsSpan(0, 12), bytes.AsSpan(28), bytes.AsSpan(12, 16), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
